package io.remit.portfolio;

/**
 * Something that happens to a debtor.
 *
 * @param day from the beginning of the simulation
 * @param slot of the day: see {@link Life#SLOTS}
 * @param choice what of its kind, by number
 */
record Happening(int day, int slot, Kind kind, int choice) {

  /** What can happen. */
  enum Kind {
    /** The creditor's file tells of an account for the first time. */
    ACCOUNT,
    STATEMENT, STATEMENT_WITHOUT_DAY,
    PAID_IN_PART, PAID_IN_FULL, PAID_ON_STATEMENT, PAID_TOO_MUCH, PAID_AT_CREDITOR, REVERSED, CHARGED_BACK,
    HOLD, HARDSHIP, COMPLAINT, PLAN, OFFER, OPT_OUT, NUMBER, NUMBER_NEVER, HOURS, STOP_TEXT, TEXT, ASKED_FOR_CALL,
    WITHDRAWN
  }
}
