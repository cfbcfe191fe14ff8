package io.remit.contact;

import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import io.remit.gate.Purpose;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One try to reach one person by one channel.
 *
 * @param template and its version: what was to be said, or null for a conversation
 * @param outcome what a conversation brought, or null
 * @param overdueReason why the debtor is overdue, as a conversation brought it, or null
 * @param actor user id, or Remit itself
 * @param recipient the number or address that was used; null if none was
 * @param contactedAt when the gate allowed it, or null
 * @param sentAt when a gateway took the message, or the conversation was; else null
 * @param finishedAt when it arrived or failed, as far as that is known; else null
 * @param supersededBy the attempt that was made in its place, or null
 * @param reason why it failed, in a few words, or null
 * @param isAnswer whether it answers what the debtor said or wrote
 * @param matter the promise, plan or offer that a message is about, or null
 * @param decision what the gate said at the moment of contact
 */
public record ContactAttempt(long attemptId, String caseNumber, String debtorId, String stage, Channel channel,
    Person person, Status status, @Nullable String template, @Nullable String templateVersion, @Nullable String outcome,
    @Nullable OverdueReason overdueReason, String actor, @Nullable String recipient, Instant plannedAt,
    @Nullable Instant contactedAt, @Nullable Instant sentAt, @Nullable Instant finishedAt, @Nullable String gateway,
    @Nullable String gatewayReference, @Nullable Long supersededBy, @Nullable String reason, boolean isAnswer,
    @Nullable MatterKey matter, GateDecision decision) {

  /** How far the attempt has come. */
  public enum Status {
    /** Waits for the dispatcher. */
    PLANNED,
    /** Somebody is making it: a node that sends, or a person who was shown the number. */
    CLAIMED,
    /** A gateway took it. */
    SENT,
    /** It arrived, or somebody was spoken with. */
    DELIVERED,
    /** It did not arrive, or nobody was reached. */
    FAILED,
    /** Nobody can tell whether it was sent; it is never simply sent again. */
    UNKNOWN,
    /** It was not made after all. */
    CANCELLED,
    /** The gate forbade it. */
    DENIED
  }

  /** Whether it is a step of its stage; an answer to the debtor, and what was agreed, are not. */
  public boolean isTreatment() {
    return !isAnswer() && matter == null;
  }

  /** What the gate is to know of why it is made. */
  public Purpose purpose() {
    return matter == null ? Purpose.COLLECTION
        : MatterText.of(Objects.requireNonNull(template)).map(MatterText::purpose).orElse(Purpose.COLLECTION);
  }

  /** Names the attempt but not whom it was to reach. */
  @Override
  public String toString() {
    return "ContactAttempt[" + attemptId + ", case " + caseNumber + ", " + channel + ", " + status + "]";
  }
}
