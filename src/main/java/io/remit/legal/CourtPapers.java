package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.legal.CourtPolicy.Answer;
import io.remit.legal.CourtPolicy.Verdict;
import org.springframework.stereotype.Component;

/** Files a case: the dossier is written, and what it sues for is remembered. */
@Component
class CourtPapers {

  private final CourtDossier dossier;
  private final DossierSource source;
  private final CourtEligibility eligibility;
  private final CourtFilingRepository filings;
  private final SuedAmounts suedFor;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  CourtPapers(CourtDossier dossier, DossierSource source, CourtEligibility eligibility, CourtFilingRepository filings,
      SuedAmounts suedFor, BusinessCalendar calendar, Timeline timeline) {
    this.dossier = dossier;
    this.source = source;
    this.eligibility = eligibility;
    this.filings = filings;
    this.suedFor = suedFor;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * Writes the dossier of an approved case, in place of an earlier one, unless the case may not be sued for any more.
   *
   * @return whether it was written
   */
  boolean file(String caseNumber) {
    Answer answer = eligibility.of(caseNumber);
    if (answer.verdict() != Verdict.YES) {
      filings.endPending(caseNumber);
      timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM, "Not filed: " + answer.reason());
      return false;
    }
    String file = dossier.write(source.of(caseNumber));
    filings.filed(caseNumber, file, calendar.now()).ifPresent(filing -> suedFor.file(filing, caseNumber));
    timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM, "Dossier handed to the court", file);
    return true;
  }
}
