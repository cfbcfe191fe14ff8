package io.remit.gate;

/** What a contact is made for, as far as it matters to the gate. */
public enum Purpose {
  /** To collect: every rule holds. */
  COLLECTION,
  /**
   * What the debtor agreed to with a promise: a promise that runs does not forbid it, and no stage has to allow it.
   */
  AGREED_REMINDER,
  /** Confirms what the debtor promised just now: nor do caps forbid that. Opt-outs and hours do. */
  CONFIRMATION,
  /**
   * Offers terms to the debtor, or tells of their end: neither caps nor a hold forbid that. Opt-outs and hours do,
   * and whoever plans it looks which holds leave room for terms.
   */
  TERMS
}
