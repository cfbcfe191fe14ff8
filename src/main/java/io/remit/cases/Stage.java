package io.remit.cases;

/** The six stages of collection, in the order in which a case grows older. */
public enum Stage {
  REMINDER, MESSAGE, TELEPHONE, VISIT, LEGAL, OUTSOURCING
}
