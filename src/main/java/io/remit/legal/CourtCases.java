package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.contact.treatment.Treatments;
import io.remit.legal.CourtFiling.Result;
import io.remit.legal.CourtFiling.Status;
import io.remit.limitation.Limitations;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes cases to court: a legal officer decides, the dossier goes out, and the court's answer is recorded. */
@Component
public class CourtCases {

  private final CourtFilingRepository filings;
  private final CourtDossier dossier;
  private final DossierSource source;
  private final CaseProcess process;
  private final Treatments treatments;
  private final Limitations limitations;
  private final CourtNotices notices;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  CourtCases(CourtFilingRepository filings, CourtDossier dossier, DossierSource source, CaseProcess process,
      Treatments treatments, Limitations limitations, CourtNotices notices, BusinessCalendar calendar,
      Timeline timeline) {
    this.filings = filings;
    this.dossier = dossier;
    this.source = source;
    this.process = process;
    this.treatments = treatments;
    this.limitations = limitations;
    this.notices = notices;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** A legal officer's review, as the form sends it. */
  public record Reviewed(Review outcome, String note) {
  }

  /** The court's answer, as the form sends it. */
  public record Answered(Result outcome, String note) {
  }

  /** What the court was told, as the form sends it. */
  public record Notified(Told outcome, String note) {
  }

  /** What a legal officer can decide. */
  public enum Review {
    APPROVED, DECLINED
  }

  /** What an officer can have told the court. */
  public enum Told {
    TAKEN_BACK, GOES_ON
  }

  /**
   * Records a legal officer's review.
   *
   * @throws InvalidInputException if a field cannot be accepted, or a debt of the case is too old to be sued for
   */
  public void review(String caseNumber, Reviewed reviewed, String actor) {
    Review review = reviewed.outcome();
    if (review == Review.APPROVED) {
      requireNotBarred(caseNumber);
    }
    filings.insert(caseNumber, Status.valueOf(review.name()), actor, calendar.now(),
        EnteredText.note(reviewed.note()));
    timeline.add(caseNumber, EntryKind.COURT, actor,
        review == Review.APPROVED ? "Approved for court" : "Not taken to court");
    treatments.reviewed(caseNumber);
    process.redate(caseNumber);
  }

  private void requireNotBarred(String caseNumber) {
    Map<String, LocalDate> barred = limitations.barredOf(caseNumber);
    if (!barred.isEmpty()) {
      throw new InvalidInputException("outcome",
          "cannot be approved: too old to be sued for: " + barred.entrySet().stream()
          .map(each -> each.getKey() + " since " + each.getValue()).collect(Collectors.joining(", ")));
    }
  }

  /**
   * Writes the dossier to the court folder; done again it replaces the same file.
   *
   * @throws InvalidInputException if a debt has become too old to be sued for since it was reviewed
   */
  public void file(String caseNumber) {
    requireNotBarred(caseNumber);
    String file = dossier.write(source.of(caseNumber));
    filings.filed(caseNumber, file, calendar.now());
    timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM, "Dossier handed to the court", file);
  }

  /**
   * Records the court's answer.
   *
   * @throws io.remit.cases.InvalidInputException if a field cannot be accepted
   */
  public void result(String caseNumber, Answered answered, String actor) {
    Result result = answered.outcome();
    EnteredText.note(answered.note());
    filings.decided(caseNumber, result, calendar.now());
    timeline.add(caseNumber, EntryKind.COURT, actor, "The court's result", result.name().toLowerCase(Locale.ROOT));
    process.redate(caseNumber);
  }

  /** Whether the case waits for a court: then no further stage begins, however old it grows. */
  public boolean atCourt(String caseNumber) {
    return filings.isPending(caseNumber);
  }

  /** The case left its stage: no court's answer is awaited in it any more. */
  public void endWithStage(String caseNumber) {
    if (filings.endPending(caseNumber) > 0) {
      timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM, "The court case ended with the stage: tell the court");
      notices.tellCourt(caseNumber);
    }
  }

  /**
   * Records what the court was told of a suit whose case left its stage or ended.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void told(String caseNumber, Notified notified, String actor) {
    timeline.add(caseNumber, EntryKind.COURT, actor, notified.outcome() == Told.TAKEN_BACK
        ? "The court was told: taken back" : "The court was told: it goes on", EnteredText.note(notified.note()));
  }
}
