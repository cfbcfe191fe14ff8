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
import io.remit.legal.firm.LawFirms;
import io.remit.legal.firm.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A legal officer decides whether a case is taken to court. */
@Component
public class CourtReview {

  private final CourtFilingRepository filings;
  private final CourtEligibility eligibility;
  private final LawFirms firms;
  private final Treatments treatments;
  private final CaseProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  CourtReview(CourtFilingRepository filings, CourtEligibility eligibility, LawFirms firms,
      Treatments treatments, CaseProcess process, BusinessCalendar calendar, Timeline timeline) {
    this.filings = filings;
    this.eligibility = eligibility;
    this.firms = firms;
    this.treatments = treatments;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Who sues where no law firm does; what is not entered means the same. */
  public static final String OWN_COUNSEL = "OWN";

  /**
   * A legal officer's review, as the form sends it.
   *
   * @param counsel the id of a law firm of the register that suits the case, or {@link #OWN_COUNSEL}; only read on
   *     approval
   */
  public record Reviewed(Outcome outcome, @Nullable String counsel, @Nullable String note) {
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
      eligibility.require(caseNumber);
    }
    filings.insert(caseNumber, approved ? Status.APPROVED : Status.DECLINED, actor, calendar.now(),
        EnteredText.note(reviewed.note()));
    timeline.add(caseNumber, EntryKind.COURT, actor, approved ? "Approved for court" : "Not taken to court");
    if (approved) {
      refer(caseNumber, reviewed.counsel(), actor);
    }
    treatments.reviewed(caseNumber);
    process.redate(caseNumber);
  }

  private void refer(String caseNumber, @Nullable String counsel, String actor) {
    if (counsel != null && !counsel.isBlank() && !counsel.equals(OWN_COUNSEL)) {
      Proposal chosen = firms.refer(caseNumber, counsel, actor);
      timeline.add(caseNumber, EntryKind.COURT, actor, "Referred to a law firm", counsel);
      timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM, "Why this law firm: " + chosen.why());
    }
  }
}
