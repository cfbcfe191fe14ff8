package io.remit.partner;

/** The engine as the register sees it: what is to be done about partners are tasks of people. */
public interface PartnerProcess {

  /** Watches over a partner's evaluations and its licence from now on, or by what is known of it now. */
  void lookAfter(String partnerId);

  /** Asks for somebody who confirms a partner's key, unless somebody is asked already. */
  void keyEntered(String partnerId);

  /**
   * Completes the task that asks to confirm a key, as if somebody had done it in person, whoever has it.
   *
   * @param outcome as the task's form would send it
   * @param fingerprint as the form would send it
   * @param actor user id of who does it
   */
  void keyDecided(String partnerId, String outcome, String fingerprint, String actor);

  /** Asks for somebody who looks at an application. */
  void applied(long applicationId);
}
