package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import org.springframework.stereotype.Component;

/** Files a case: the dossier is written, and what it sues for is remembered. */
@Component
class CourtPapers {

  private final CourtDossier dossier;
  private final DossierSource source;
  private final CourtReview review;
  private final CourtFilingRepository filings;
  private final SuedAmounts suedFor;
  private final BusinessCalendar calendar;

  CourtPapers(CourtDossier dossier, DossierSource source, CourtReview review, CourtFilingRepository filings,
      SuedAmounts suedFor, BusinessCalendar calendar) {
    this.dossier = dossier;
    this.source = source;
    this.review = review;
    this.filings = filings;
    this.suedFor = suedFor;
    this.calendar = calendar;
  }

  /** @return the dossier's name within the work folder */
  String file(String caseNumber) {
    review.requireNotBarred(caseNumber);
    String file = dossier.write(source.of(caseNumber));
    filings.filed(caseNumber, file, calendar.now()).ifPresent(filing -> suedFor.file(filing, caseNumber));
    return file;
  }
}
