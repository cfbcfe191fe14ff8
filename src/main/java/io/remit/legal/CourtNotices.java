package io.remit.legal;

/** Where a legal officer is asked to tell the court that a suit is not what it was. */
public interface CourtNotices {

  /** @param caseNumber a case that left its stage, or ended, while a court had it */
  void tellCourt(String caseNumber);
}
