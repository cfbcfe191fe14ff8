package io.remit.outsourcing;

/** Where an outsourcing officer is asked to tell a partner that a placement is not what it was. */
public interface PartnerNotices {

  /** @param caseNumber a case that left its stage, or ended, while a partner had it */
  void tellPartner(String caseNumber);
}
