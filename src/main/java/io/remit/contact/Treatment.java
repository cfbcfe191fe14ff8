package io.remit.contact;

/** What a stage can do next: the answers of the decision {@code next-treatment}. */
public enum Treatment {
  MESSAGE, CALL, VISIT, COURT, PLACEMENT,
  /** Nothing more in this stage. */
  WAIT
}
