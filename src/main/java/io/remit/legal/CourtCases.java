package io.remit.legal;

import io.remit.cases.BackFromOutside;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.legal.CourtFiling.Result;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens with a case before the court: the dossier goes out, and the court's answer is recorded. */
@Component
public class CourtCases {

  private final CourtFilingRepository filings;
  private final CourtPapers papers;
  private final SuitChanges changes;
  private final CaseProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  CourtCases(CourtFilingRepository filings, CourtPapers papers, SuitChanges changes, CaseProcess process,
      BusinessCalendar calendar, Timeline timeline, ApplicationEventPublisher events) {
    this.filings = filings;
    this.papers = papers;
    this.changes = changes;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
    this.events = events;
  }

  /** The court's answer, as the form sends it. */
  public record Answered(Result outcome, @Nullable String note) {
  }

  /**
   * Writes the dossier to the court folder; done again it replaces the same file.
   *
   * @throws InvalidInputException if a debt has become too old to be sued for since it was reviewed
   */
  public void file(String caseNumber) {
    String file = papers.file(caseNumber);
    timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM, "Dossier handed to the court", file);
  }

  /**
   * Records the court's answer. The suit is over then, and the case catches up with what changed meanwhile.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void result(String caseNumber, Answered answered, String actor) {
    Result result = answered.outcome();
    EnteredText.note(answered.note());
    filings.decided(caseNumber, result, calendar.now());
    timeline.add(caseNumber, EntryKind.COURT, actor, "The court's result", result.name().toLowerCase(Locale.ROOT));
    changes.over(caseNumber);
    process.redate(caseNumber);
    events.publishEvent(new BackFromOutside(caseNumber));
  }
}
