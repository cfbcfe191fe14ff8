package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.legal.CourtPolicy.Answer;
import io.remit.legal.CourtPolicy.Verdict;
import io.remit.legal.firm.FirmCases;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Files a case: the dossier goes to who sues, and what it sues for is remembered. */
@Component
class CourtPapers {

  private final DossierDelivery delivery;
  private final CourtEligibility eligibility;
  private final CourtFilingRepository filings;
  private final SuedAmounts suedFor;
  private final FirmCases firms;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  CourtPapers(DossierDelivery delivery, CourtEligibility eligibility, CourtFilingRepository filings,
      SuedAmounts suedFor, FirmCases firms, BusinessCalendar calendar, Timeline timeline) {
    this.delivery = delivery;
    this.eligibility = eligibility;
    this.filings = filings;
    this.suedFor = suedFor;
    this.firms = firms;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Brings the dossier of an approved case, in place of an earlier one, unless it may not be sued for any more. */
  CourtFiling.Attempt file(String caseNumber) {
    Answer answer = eligibility.of(caseNumber);
    if (answer.verdict() != Verdict.YES) {
      filings.endPending(caseNumber);
      firms.over(caseNumber);
      timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM, "Not filed: " + answer.reason());
      return CourtFiling.Attempt.NOT_POSSIBLE;
    }
    boolean own = firms.of(caseNumber).isEmpty();
    Optional<String> file = delivery.bring(caseNumber);
    if (file.isEmpty()) {
      filings.endPending(caseNumber);
      return CourtFiling.Attempt.REFUSED;
    }
    filings.filed(caseNumber, file.get(), calendar.now()).ifPresent(filing -> suedFor.file(filing, caseNumber));
    if (own) {
      timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM, "Dossier handed to the court", file.get());
    }
    firms.delivered(caseNumber);
    return CourtFiling.Attempt.FILED;
  }
}
