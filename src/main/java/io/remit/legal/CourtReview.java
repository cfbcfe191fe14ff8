package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.contact.treatment.Treatments;
import io.remit.legal.CourtFiling.Status;
import io.remit.legal.CourtPolicy.Answer;
import io.remit.legal.CourtPolicy.Verdict;
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
  private final CourtEligibility eligibility;
  private final Limitations limitations;
  private final Treatments treatments;
  private final CaseProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  CourtReview(CourtFilingRepository filings, CourtEligibility eligibility, Limitations limitations,
      Treatments treatments, CaseProcess process, BusinessCalendar calendar, Timeline timeline) {
    this.filings = filings;
    this.eligibility = eligibility;
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

  /** Looks whether a case can be sued for at all; if not, nobody is asked, and the timeline says why. */
  public void check(String caseNumber) {
    Answer answer = eligibility.of(caseNumber);
    if (answer.verdict() == Verdict.NO) {
      timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM, "No case for the court: " + answer.reason());
      treatments.reviewed(caseNumber);
    }
  }

  /** Whether a legal officer is to be asked. */
  public boolean isToBeReviewed(String caseNumber) {
    return eligibility.of(caseNumber).verdict() != Verdict.NO;
  }

  /**
   * Records a legal officer's review.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted, or the case may not be sued for as it stands
   */
  public void review(String caseNumber, Reviewed reviewed, String actor) {
    boolean approved = reviewed.outcome() == Outcome.APPROVED;
    if (approved) {
      requireEligible(caseNumber);
    }
    filings.insert(caseNumber, approved ? Status.APPROVED : Status.DECLINED, actor, calendar.now(),
        EnteredText.note(reviewed.note()));
    timeline.add(caseNumber, EntryKind.COURT, actor, approved ? "Approved for court" : "Not taken to court");
    treatments.reviewed(caseNumber);
    process.redate(caseNumber);
  }

  private void requireEligible(String caseNumber) {
    Map<String, LocalDate> barred = limitations.barredOf(caseNumber);
    if (!barred.isEmpty()) {
      throw new InvalidInputException("outcome",
          "cannot be approved: too old to be sued for: " + barred.entrySet().stream()
          .map(each -> each.getKey() + " since " + each.getValue()).collect(Collectors.joining(", ")));
    }
    Answer answer = eligibility.of(caseNumber);
    if (answer.verdict() != Verdict.YES) {
      throw new InvalidInputException("outcome", "cannot be approved: " + answer.reason());
    }
  }
}
