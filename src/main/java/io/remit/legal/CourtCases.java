package io.remit.legal;

import io.remit.cases.BackFromOutside;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.legal.CourtFiling.Attempt;
import io.remit.legal.CourtFiling.Result;
import io.remit.legal.CourtStep.Entered;
import io.remit.legal.CourtStep.Kind;
import io.remit.legal.CourtStep.Where;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens with a case before the court, from its dossier to the end of the suit. */
@Component
public class CourtCases {

  private final CourtFilingRepository filings;
  private final CourtPapers papers;
  private final CourtSteps steps;
  private final SuitChanges changes;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  CourtCases(CourtFilingRepository filings, CourtPapers papers, CourtSteps steps, SuitChanges changes,
      BusinessCalendar calendar, Timeline timeline, ApplicationEventPublisher events) {
    this.filings = filings;
    this.papers = papers;
    this.steps = steps;
    this.changes = changes;
    this.calendar = calendar;
    this.timeline = timeline;
    this.events = events;
  }

  /** What the court did, or was told, as the form sends it. */
  public record Answered(Outcome outcome, Entered step, Where where, @Nullable String note) {
  }

  /** What a suit can come to next. */
  public enum Outcome {
    FILED, HEARING, JUDGMENT, DISMISSED, SETTLED, WITHDRAWN
  }

  /** What came of the enforcement of a judgment, as the form sends it. */
  public record Enforced(Enforcement outcome, Entered step, @Nullable String note) {
  }

  /** How an enforcement can go on. */
  public enum Enforcement {
    /** It was tried, and goes on. */
    ENFORCEMENT,
    /** What was awarded has been paid. */
    SATISFIED,
    /** It is not enforced any more. */
    STOPPED
  }

  /**
   * Brings the dossier to the court's folder, or to the law firm to which the case was referred; done again it replaces
   * the same file. A case that is not filed follows what changed.
   */
  public Attempt file(String caseNumber) {
    Attempt attempt = papers.file(caseNumber);
    if (attempt != Attempt.FILED) {
      back(caseNumber);
    }
    return attempt;
  }

  /** Whether the dossier is out and the suit is pending. */
  public boolean isFiled(String caseNumber) {
    return filings.pending(caseNumber).isPresent();
  }

  /**
   * Records a step of the suit. A judgment is enforced; after any other end the case catches up with what changed
   * meanwhile.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void result(String caseNumber, Answered answered, String actor) {
    Kind kind = Kind.valueOf(answered.outcome().name());
    CourtStep step = steps.record(caseNumber, kind, answered.step(), answered.where(), answered.note(), actor);
    switch (answered.outcome()) {
      case FILED -> tell(caseNumber, actor, "Filed with the court", step.court() + ", " + step.reference());
      case HEARING -> tell(caseNumber, actor, "The court hears the case on " + step.happenedOn(), null);
      case JUDGMENT, DISMISSED, SETTLED, WITHDRAWN -> {
        Result result = Result.valueOf(answered.outcome().name());
        filings.decided(caseNumber, result, calendar.now());
        tell(caseNumber, actor, "The court's result", result.name().toLowerCase(Locale.ROOT));
      }
    }
    events.publishEvent(new SuitMoved(caseNumber, kind));
    if (kind.endsSuit()) {
      over(caseNumber);
    }
  }

  /**
   * Records what came of enforcing a judgment. At the end of it the case catches up with what changed meanwhile.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void enforce(String caseNumber, Enforced enforced, String actor) {
    Kind kind = Kind.valueOf(enforced.outcome().name());
    steps.record(caseNumber, kind, enforced.step(), Where.NOT_SAID, enforced.note(), actor);
    tell(caseNumber, actor, "The judgment", kind.name().toLowerCase(Locale.ROOT));
    events.publishEvent(new SuitMoved(caseNumber, kind));
    if (kind.endsSuit()) {
      filings.enforced(caseNumber);
      over(caseNumber);
    }
  }

  private void tell(String caseNumber, String actor, String text, @Nullable String data) {
    timeline.add(caseNumber, EntryKind.COURT, actor, text, data);
  }

  private void over(String caseNumber) {
    changes.over(caseNumber);
    back(caseNumber);
  }

  private void back(String caseNumber) {
    events.publishEvent(new BackFromOutside(caseNumber));
  }
}
