package io.remit.contact;

/** Learns that a debtor wrote, so that a collector reads it soon. */
public interface IncomingTextListener {

  /**
   * A debtor wrote something that Remit cannot understand by itself; it is in the case's timeline. It is called once per
   * text and open case, within the transaction that takes the text.
   */
  void debtorWrote(String caseNumber);
}
