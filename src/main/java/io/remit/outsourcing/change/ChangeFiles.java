package io.remit.outsourcing.change;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.outsourcing.TellPartner;
import io.remit.outsourcing.change.ChangeFile.Line;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKey;
import io.remit.partner.PartnerRegister;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What becomes of a file of changes: it is brought, and what is not acknowledged in time somebody tells by hand. */
@Component
public class ChangeFiles {

  private static final String FIELD = "partnerId";

  private final ChangeFileRepository files;
  private final ChangeDelivery delivery;
  private final PartnerRegister register;
  private final TellPartner tell;
  private final ChangeTimes times;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  ChangeFiles(ChangeFileRepository files, ChangeDelivery delivery, PartnerRegister register, TellPartner tell,
      ChangeTimes times, BusinessCalendar calendar, Timeline timeline) {
    this.files = files;
    this.delivery = delivery;
    this.register = register;
    this.tell = tell;
    this.times = times;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * Brings a file to its partner; done again it brings the same file.
   *
   * @throws io.remit.exchange.DeliveryFailedException with the reason
   * @throws IllegalStateException if the partner has no confirmed key any more, or the file tells something of debtors
   *     and the partner may get nothing any more; then an officer tells what stops it, as the file is not acknowledged
   */
  public void bring(String reference) {
    ChangeFile file = get(reference);
    Partner partner = register.get(file.partnerId());
    PartnerKey key = partner.confirmedKey();
    if (key == null) {
      throw new IllegalStateException("partner " + file.partnerId() + " has no confirmed key");
    }
    List<Line> lines = files.linesOf(file);
    if (!mayGet(partner, lines)) {
      throw new IllegalStateException("partner " + file.partnerId() + " may get nothing of debtors: "
          + register.standingOf(partner).words());
    }
    delivery.deliver(file, lines, key);
    files.delivered(file, key.fingerprint(), calendar.now());
  }

  /** By when the partner has acknowledged a file. */
  public Instant answerDue(String reference) {
    return times.answerDue(get(reference).composedAt());
  }

  /** The time to acknowledge a file is over: what it says of each case an officer tells by hand. */
  public void askForAnswer(String reference) {
    ChangeFile file = get(reference);
    if (file.acknowledgedAt() != null) {
      // What the partner left out there was asked for by then.
      return;
    }
    List<Line> lines = files.linesOf(file);
    lines.stream().map(Line::caseNumber).distinct().forEach(caseNumber -> timeline.add(caseNumber,
        EntryKind.PLACEMENT, Timeline.SYSTEM, "The partner did not acknowledge what changed", reference));
    lines.forEach(line -> tell.notAcknowledged(line.caseNumber(), line.kind().name(), file.composedAt()));
  }

  /** The last files for a partner, the newest first. */
  List<ChangeFile> of(Partner partner, int most) {
    return files.of(partner.partnerId(), most);
  }

  Optional<ChangeFile> find(Partner partner, String reference) {
    return files.find(reference).filter(file -> file.partnerId().equals(partner.partnerId()));
  }

  List<Line> linesOf(ChangeFile file) {
    return files.linesOf(file);
  }

  /**
   * Brings a file once more, to a partner who says that they do not have it: the same file. What it says is as it was;
   * of two lines about one thing the higher number counts.
   *
   * @throws InvalidInputException if it did not arrive yet, is sealed for another key than the partner has now, or
   *     tells something of debtors to a partner that may get nothing
   */
  void sendAgain(ChangeFile file, Partner partner) {
    PartnerKey key = partner.confirmedKey();
    List<Line> lines = files.linesOf(file);
    if (file.deliveredAt() == null) {
      throw new InvalidInputException(FIELD, "did not get this file yet");
    }
    if (key == null || !key.fingerprint().equals(file.keyFingerprint())) {
      throw new InvalidInputException(FIELD, "has another key now than that for which it was sealed");
    }
    if (!mayGet(partner, lines)) {
      throw new InvalidInputException(FIELD, "may get nothing: " + register.standingOf(partner).words());
    }
    delivery.deliverAgain(file, lines, key);
  }

  private boolean mayGet(Partner partner, List<Line> lines) {
    return lines.stream().noneMatch(Line::tellsData) || register.standingOf(partner).isGood();
  }

  private ChangeFile get(String reference) {
    return files.find(reference)
        .orElseThrow(() -> new IllegalStateException("there is no file of changes " + reference));
  }
}
