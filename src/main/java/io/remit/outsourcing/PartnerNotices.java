package io.remit.outsourcing;

/** Where an outsourcing officer is asked to tell a partner that a placement is not what it was. */
public interface PartnerNotices {

  /** @param caseNumber a case that changed while a partner has it, or was taken back; nobody has the task for it yet */
  void tellPartner(String caseNumber);

  /** The partner knows by now: nobody has to tell it any more. Nothing happens if nobody has the task. */
  void nothingToTell(String caseNumber);
}
