package io.remit.contact.incoming;

/** Learns that a debtor wrote, so that what he said has its consequences, or somebody reads it soon. */
interface IncomingTextListener {

  /**
   * A debtor wrote something else than that he wants texts or none; it is in the case's timeline. It is called once
   * per text and open case, within the transaction that takes the text.
   */
  void debtorWrote(String caseNumber, WrittenText text);
}
