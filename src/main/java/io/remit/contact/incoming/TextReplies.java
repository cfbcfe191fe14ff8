package io.remit.contact.incoming;

/** Answers incoming texts: the way from {@link IncomingTexts} to whoever sends. */
public interface TextReplies {

  /**
   * An answer is due, once. It is called within the transaction that takes the incoming text, so that both are stored
   * or neither is: plan the answer here and send it later. The answer to a STOP goes out although the debtor has just
   * opted out, for it is what the law lets follow; the gate must let this one template pass.
   *
   * @param number where the text came from, E.164
   * @param template such as {@code stop-confirmed-sms}
   */
  void reply(String debtorId, String number, String template);
}
