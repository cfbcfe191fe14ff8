package io.remit.contact;

import java.time.Instant;

/**
 * One try to reach one person by one channel.
 *
 * @param template and its version: what was to be said, or null for a conversation
 * @param outcome what a conversation brought, or null
 * @param actor user id, or Remit itself
 * @param decision what the gate said at the moment of contact
 */
public record ContactAttempt(long attemptId, String caseNumber, String debtorId, String stage, Channel channel,
    Status status, String template, String templateVersion, String outcome, String actor, Instant plannedAt,
    Instant sentAt, GateDecision decision) {

  /** How far the attempt has come. */
  public enum Status {
    PLANNED, SENT, DELIVERED, FAILED, CANCELLED, DENIED
  }
}
