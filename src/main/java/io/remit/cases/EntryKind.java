package io.remit.cases;

/**
 * What an entry of the timeline is about. The names are stored and told over REST: one may come, none is renamed. Older
 * databases hold names that are written no more, so that reading an entry does not go by this list.
 */
public enum EntryKind {
  /** The case itself: how it came, aged, moved, followed its model and ended, and which accounts are in it. */
  OPENED, RETURNED, STAGE, REAGED, MOVED, MIGRATED, ACCOUNT, CLOSED, WITHDRAWN,
  /** The work on it: whose it is, what was decided in bulk or by a second person, what had to be picked up again. */
  DIVIDED, TASK, BATCH, APPROVAL, FOLLOW_UP,
  /** What the gate said, what was sent to the debtor, and what became of it. */
  ALLOWED, DENIED, CONTACT, FAILED, UNKNOWN, SETTLED, TURN,
  /** What was said, by either side. */
  CONVERSATION, INCOMING, ANSWER,
  /** How and when the debtor can be reached, and who the debtor is. */
  NUMBER, ADDRESS, SAFETY, HOURS, OPT_OUT, SEARCH, PERSON,
  /** Matters beside the case. */
  PROMISE, PLAN, OFFER, DISPUTE, HOLD, RELIEF, EVIDENCE, COMPLAINT, PLACEMENT, COURT, LIMITATION,
  /** Money. */
  PAYMENT, PAYMENT_SEARCH, BOOKED, BOOKS
}
