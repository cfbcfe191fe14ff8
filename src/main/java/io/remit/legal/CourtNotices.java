package io.remit.legal;

/** Where a legal officer is asked to tell the court that a suit is not what it was. */
public interface CourtNotices {

  /** @param caseNumber a case that changed while a court has it; nobody has the task for it yet */
  void tellCourt(String caseNumber);

  /** The day changed on which somebody looks again at a suit that is stayed. Nothing happens if none waits for it. */
  void redate(String caseNumber);

  /** The suit is over: nothing is to be told any more. Nothing happens if nobody has the task. */
  void nothingToTell(String caseNumber);
}
