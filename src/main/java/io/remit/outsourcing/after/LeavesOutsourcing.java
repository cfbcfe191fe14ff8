package io.remit.outsourcing.after;

/**
 * Published in the transaction in which a case that came back is to leave its stage: at its end, when the placement's
 * process is over, it does.
 *
 * @param why in words
 * @param by user id, or Remit itself where the table decided alone
 */
record LeavesOutsourcing(String caseNumber, Step step, String why, String by) {
}
