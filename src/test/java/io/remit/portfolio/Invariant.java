package io.remit.portfolio;

/** What must hold of every debtor on every day, whatever happens to him. */
enum Invariant {
  /** No contact at a forbidden hour or on a forbidden day, where the creditor's file or the number says that he is. */
  HOUR,
  /** Nor where his address is. */
  HOUR_AT_ADDRESS,
  /** Nor, where the rows of one file name several places, in any of them. */
  HOUR_IN_EVERY_ROW,
  /** No contact above a cap. */
  CAP,
  /** No contact through a channel that the debtor does not want. */
  CHANNEL_WISH,
  /** No contact by a number that the debtor does not want to be used. */
  NUMBER_WISH,
  /** No contact outside the hours that the debtor named. */
  HOURS_WISH,
  /** Who wrote that he wants no contact, or something as grave, is left alone until somebody has looked. */
  WRITTEN_WISH,
  /** No contact while a hold stops it. */
  HOLD,
  /** Nobody is asked for what he promised before his day is over. */
  PROMISE,
  /** No contact for nothing due. */
  NOTHING_DUE,
  /** No message about an amount that is wrong. */
  AMOUNT,
  /** No open case without a date or a task that somebody sees. */
  WAITS_FOR_EVER,
  /** No task in the hands of somebody who is not there. */
  TASK_OF_NOBODY,
  /** No review for court of a debt of which the debtor has had no letter before it. */
  UNANNOUNCED_REVIEW,
  /** Nobody is to visit where nobody may. */
  BLOCKED_VISIT,
  /** What the engine could not do is mended before the day is over. */
  INCIDENT
}
