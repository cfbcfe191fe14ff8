package io.remit.intake.csv;

import io.remit.ledger.Refusal;

/** A row that cannot be applied. */
public final class RowRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RowRefused(Refusal refusal) {
    // Bad rows can be many: no stack trace.
    super(refusal.rule(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
