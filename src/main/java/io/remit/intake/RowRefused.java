package io.remit.intake;

import io.remit.ledger.Refusal;

/** A row that cannot be applied. */
final class RowRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RowRefused(Refusal refusal) {
    // Bad rows can be many: no stack trace.
    super(refusal.rule(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
