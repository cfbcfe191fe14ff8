package io.remit.cases;

import io.remit.ledger.Refusal;

/**
 * What became of one row of an arrears file.
 *
 * @param refusal set if and only if the outcome is REFUSED
 */
public record SnapshotResult(Outcome outcome, Refusal refusal) {

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

  static SnapshotResult of(Outcome outcome) {
    return new SnapshotResult(outcome, null);
  }

  static SnapshotResult refused(String column, String rule, String message) {
    return new SnapshotResult(Outcome.REFUSED, new Refusal(column, rule, message));
  }
}
