package io.remit.contact.conversation;

import io.remit.contact.ConversationOutcome;
import io.remit.contact.OverdueReason;
import io.remit.hold.Hold.Reason;
import org.jspecify.annotations.Nullable;

/** What people write without being asked; each but the wish for texts is an outcome that a call can have too. */
public enum Meaning {
  /** No texts any more. */
  STOP(null, null, null),
  /** Texts are welcome again. */
  START(null, null, null),
  WRONG_PERSON(ConversationOutcome.WRONG_NUMBER, null, null),
  PAID(ConversationOutcome.REFUSED, OverdueReason.PAID_ELSEWHERE, null),
  CANNOT_PAY(ConversationOutcome.HARDSHIP, null, null),
  DISPUTED(ConversationOutcome.DISPUTED, null, null),
  DECEASED(ConversationOutcome.PAUSE, null, Reason.DECEASED),
  REPRESENTED(ConversationOutcome.PAUSE, null, Reason.REPRESENTED),
  MILITARY_SERVICE(ConversationOutcome.PAUSE, null, Reason.MILITARY_SERVICE),
  INSOLVENCY(ConversationOutcome.PAUSE, null, Reason.INSOLVENCY),
  FRAUD(ConversationOutcome.PAUSE, null, Reason.FRAUD),
  /** No contact at all any more. */
  CEASE(ConversationOutcome.PAUSE, null, Reason.CEASE);

  private final @Nullable ConversationOutcome outcome;
  private final @Nullable OverdueReason overdueReason;
  private final @Nullable Reason reasonToPause;

  Meaning(@Nullable ConversationOutcome outcome, @Nullable OverdueReason overdueReason,
      @Nullable Reason reasonToPause) {
    this.outcome = outcome;
    this.overdueReason = overdueReason;
    this.reasonToPause = reasonToPause;
  }

  /** Null where it is only about texts. */
  public @Nullable ConversationOutcome outcome() {
    return outcome;
  }

  /** Null if it is none. */
  @Nullable String overdueReason() {
    return overdueReason == null ? null : overdueReason.name();
  }

  /** Null if it is none. */
  @Nullable String reasonToPause() {
    return reasonToPause == null ? null : reasonToPause.name();
  }
}
