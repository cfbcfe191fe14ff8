package io.remit.contact.treatment;

/** What a stage can do next: the answers of the decision {@code next-treatment}. */
public enum Treatment {
  MESSAGE, CALL, VISIT, COURT, PLACEMENT,
  /** Nothing yet: the stage decides again after some days. */
  LATER,
  /** Nothing more in this stage. */
  WAIT
}
