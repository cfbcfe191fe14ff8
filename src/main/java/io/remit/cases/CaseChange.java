package io.remit.cases;

/** What changed about a case while its process was waiting: the answers of the model's gateway "What changed?". */
public enum CaseChange {
  /** Everything overdue is paid. */
  CURED,
  /** Everything was paid before it was overdue. */
  PAID,
  /** Collection pauses for a reason. */
  HELD,
  /** Nothing stops collection any more. */
  RESUMED,
  /** A payment, a reversal, a corrected due date or somebody's decision put the case into another stage. */
  REAGED,
  /** The creditor took the case back. */
  WITHDRAWN
}
