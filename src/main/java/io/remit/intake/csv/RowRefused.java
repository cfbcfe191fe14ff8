package io.remit.intake.csv;

import io.remit.ledger.Refusal;

/** A row that cannot be applied. */
public final class RowRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** @param refusal which column is at fault, and why */
  public RowRefused(Refusal refusal) {
    // Bad rows can be many: no stack trace.
    super(refusal.rule(), null, false, false);
    this.refusal = refusal;
  }

  /** Which column is at fault, and why. */
  public Refusal refusal() {
    return refusal;
  }
}
