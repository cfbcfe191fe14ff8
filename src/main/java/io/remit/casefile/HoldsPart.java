package io.remit.casefile;

import io.remit.hold.Hold;
import io.remit.hold.Holds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The holds on a case: forms show those in force, the one to be decided on first; the REST interface all of them. */
@Component
class HoldsPart implements CaseFilePart {

  private final Holds holds;
  private final FormWords words;

  HoldsPart(Holds holds, FormWords words) {
    this.holds = holds;
    this.words = words;
  }

  private record InForce(List<HoldRow> holds) {
  }

  private record HoldRow(String reason, String since, @Nullable LocalDate reviewOn, @Nullable LocalDate until,
      String raisedBy, String note, String contact) {
  }

  record HoldLine(long holdId, Hold.Reason reason, Instant raisedAt, String raisedBy, LocalDate from,
      @Nullable LocalDate reviewOn, @Nullable LocalDate until, String stops, @Nullable Instant releasedAt,
      @Nullable String decision) {
  }

  @Override
  public InForce of(OpenedForm form) {
    return new InForce(holds.inForce(form.caseNumber()).stream()
        .sorted(Comparator.comparing(hold -> !hold.key().equals(form.decided())))
        .map(hold -> row(hold, form)).toList());
  }

  private HoldRow row(Hold hold, OpenedForm form) {
    ZoneId zone = form.about().debtor().timeZone();
    boolean decidedHere = hold.key().equals(form.decided());
    return new HoldRow(words.of(hold.reason()) + (decidedHere ? " " + words.sentence("(this one)") : ""),
        hold.from().isBefore(LocalDate.ofInstant(hold.raisedAt(), zone)) ? hold.from().toString()
            : FormWords.dayAndTime(hold.raisedAt(), zone), hold.reviewOn(), hold.until(), hold.raisedBy(),
        hold.note() == null ? "" : hold.note(), hold.contact() == null ? "" : hold.contact().name()
            + (hold.contact().phone() == null ? "" : " " + hold.contact().phone()));
  }

  /** Every hold that ever was on the case, as values. */
  List<HoldLine> lines(String caseNumber) {
    return holds.ofCase(caseNumber).stream().map(hold -> new HoldLine(hold.holdId(), hold.reason(),
        hold.raisedAt(), hold.raisedBy(), hold.from(), hold.reviewOn(), hold.until(),
        hold.rule().stops(), hold.releasedAt(), hold.decision())).toList();
  }
}
