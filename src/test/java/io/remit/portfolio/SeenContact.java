package io.remit.portfolio;

import java.time.Instant;
import java.util.Set;

/**
 * A contact as the ledger of attempts tells it.
 *
 * @param at when it was allowed
 * @param template null for what is spoken
 * @param conversation whether the debtor himself was spoken with
 */
record SeenContact(long attemptId, String caseNumber, String debtorId, String channel, String status, String template,
    Instant at, String recipient, Boolean answered, boolean conversation) {

  private static final Set<String> SPOKEN_BY_PHONE = Set.of("CALL", "ROBOT_CALL");

  boolean isMessage() {
    return channel.equals("SMS") || channel.equals("EMAIL") || channel.equals("LETTER");
  }

  boolean isCall() {
    return SPOKEN_BY_PHONE.contains(channel);
  }

  boolean isByPhone() {
    return isCall() || channel.equals("SMS");
  }

  /** What the debtor asked for himself: an answer may always be given. */
  boolean isAnswer() {
    return isOf("dispute-", "complaint-answer-", "stop-confirmed-");
  }

  /** What tells of terms, or confirms what was agreed: it is no collection. */
  boolean isAboutTerms() {
    return isOf("plan-", "settlement-", "promise-confirmation-");
  }

  /** What reminds of a promise, as the debtor wished. */
  boolean isAgreedReminder() {
    return isOf("promise-reminder-");
  }

  boolean announcesReview() {
    return isOf("before-court-");
  }

  private boolean isOf(String... beginnings) {
    for (String beginning : beginnings) {
      if (template != null && template.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it took place, as far as is known. */
  boolean tookPlace() {
    return isCall() ? status.equals("DELIVERED") || status.equals("FAILED")
        : status.equals("SENT") || status.equals("DELIVERED") || status.equals("UNKNOWN");
  }
}
