package io.remit.privacy;

/**
 * A column of the inventory.
 *
 * @param label what it is, in words; empty if debtors are not told of it
 */
record HeldColumn(String name, Content content, OnErasure onErasure, String label) {

  /** What it holds. */
  enum Content {
    /** Who the debtor is. */
    IDENTITY,
    /** A number or an address at which the debtor is reached. */
    WAY,
    /** Where the debtor is, roughly. */
    PLACE,
    /** What people wrote. */
    TEXT,
    /** A number of a matter, a paper or a payment. */
    REFERENCE,
    MONEY,
    DATE,
    /** A word of a list, a number, yes or no. */
    STATE,
    /** Who of our people, by user id: debtors are told the role alone. */
    STAFF,
    /** Which partner. */
    PARTNER,
    /** Somebody else: debtors are told that it is held, and not what. */
    THIRD_PERSON,
    /** Where our people worked from: theirs, not the debtor's. */
    STAFF_TRACE,
    /** What the program needs to run. */
    TECHNICAL
  }

  /** What becomes of it in a row that stays. */
  enum OnErasure {
    KEEP,
    /** Null from then on. */
    CLEAR,
    /** An empty text from then on. */
    BLANK,
    /** The pseudonym of the debtor. */
    DEBTOR,
    /** The pseudonym of the account. */
    ACCOUNT,
    /** A star stands for the debtor's id, name and account numbers within the text. */
    REPLACE,
    /** A reference in which one of these stands gets another name, the same wherever it is named. */
    RENAME,
    /** The number of the row: it has to be unique. */
    NUMBERED
  }

  /** Whether a debtor is told of it. */
  boolean isTold() {
    return !label.isEmpty();
  }
}
