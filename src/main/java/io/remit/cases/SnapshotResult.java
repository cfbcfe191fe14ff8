package io.remit.cases;

import io.remit.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of an arrears file.
 *
 * @param refusal set if and only if the outcome is REFUSED
 * @param warning what the row says in another way than an earlier one of the file, although it was applied; else null
 */
public record SnapshotResult(Outcome outcome, @Nullable Refusal refusal, @Nullable Refusal warning) {

  /** Without a warning. */
  public SnapshotResult(Outcome outcome, @Nullable Refusal refusal) {
    this(outcome, refusal, null);
  }

  /** The ways a row can end. */
  public enum Outcome {
    /** The account entered collection: it opened a case or joined its debtor's. */
    OPENED,
    /** A known account whose amounts, due date or debtor details changed. */
    UPDATED,
    /** A known account as it was. */
    UNCHANGED,
    /** Contradicts what is known; nothing changed. */
    REFUSED
  }

  static SnapshotResult of(Outcome outcome, @Nullable Refusal warning) {
    return new SnapshotResult(outcome, null, warning);
  }

  static SnapshotResult refused(String column, String rule, String message) {
    return new SnapshotResult(Outcome.REFUSED, new Refusal(column, rule, message));
  }
}
