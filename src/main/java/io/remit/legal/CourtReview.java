package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.contact.treatment.Treatments;
import io.remit.legal.CourtFiling.Status;
import io.remit.limitation.Limitations;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A legal officer decides whether a case is taken to court. */
@Component
public class CourtReview {

  private final CourtFilingRepository filings;
  private final Limitations limitations;
  private final Treatments treatments;
  private final CaseProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  CourtReview(CourtFilingRepository filings, Limitations limitations, Treatments treatments, CaseProcess process,
      BusinessCalendar calendar, Timeline timeline) {
    this.filings = filings;
    this.limitations = limitations;
    this.treatments = treatments;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** A legal officer's review, as the form sends it. */
  public record Reviewed(Outcome outcome, @Nullable String note) {
  }

  /** What a legal officer can decide. */
  public enum Outcome {
    APPROVED, DECLINED
  }

  /**
   * Records a legal officer's review.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted, or a debt of the case is too old to be sued for
   */
  public void review(String caseNumber, Reviewed reviewed, String actor) {
    boolean approved = reviewed.outcome() == Outcome.APPROVED;
    if (approved) {
      requireNotBarred(caseNumber);
    }
    filings.insert(caseNumber, approved ? Status.APPROVED : Status.DECLINED, actor, calendar.now(),
        EnteredText.note(reviewed.note()));
    timeline.add(caseNumber, EntryKind.COURT, actor, approved ? "Approved for court" : "Not taken to court");
    treatments.reviewed(caseNumber);
    process.redate(caseNumber);
  }

  /** @throws InvalidInputException if a debt of the case is too old to be sued for */
  void requireNotBarred(String caseNumber) {
    Map<String, LocalDate> barred = limitations.barredOf(caseNumber);
    if (!barred.isEmpty()) {
      throw new InvalidInputException("outcome",
          "cannot be approved: too old to be sued for: " + barred.entrySet().stream()
          .map(each -> each.getKey() + " since " + each.getValue()).collect(Collectors.joining(", ")));
    }
  }
}
