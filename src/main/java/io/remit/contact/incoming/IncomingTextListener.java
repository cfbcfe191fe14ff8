package io.remit.contact.incoming;

/** Learns that a debtor wrote, so that it has its consequences, or somebody reads it soon. */
interface IncomingTextListener {

  /**
   * A debtor wrote something else than that texts are wanted or not; it is in the case's timeline. It is called once
   * per text and open case, within the transaction that takes the text.
   */
  void debtorWrote(String caseNumber, WrittenText text);
}
