package io.remit.payment;

import io.remit.statement.BankTransaction;
import java.time.Instant;

/**
 * Money on the creditor's bank account of which it is not certain for whom it is.
 *
 * @param reference the name of its movement, unique for ever
 * @param told what the bank told of it
 * @param fileId the intake file that it came with
 * @param deliveredBy user id of who sent that file; null for one of the inbox
 * @param accountNumber the account that it was posted to, or null
 * @param decidedBy user id, or null while it is open
 */
public record UnidentifiedPayment(long paymentId, String reference, BankTransaction told, long fileId,
    String deliveredBy, Instant receivedAt, Status status, String accountNumber, String decidedBy, Instant decidedAt, String note) {

  private static final String PREFIX = "P";

  /** What became of it. */
  public enum Status {
    OPEN, POSTED, SENT_BACK
  }

  BankMovement movement() {
    return new BankMovement(reference, told);
  }

  /** The number that people see and the task bears. */
  public String number() {
    return numberOf(paymentId);
  }

  static String numberOf(long paymentId) {
    return PREFIX + paymentId;
  }

  static long idOf(String number) {
    return Long.parseLong(number.substring(PREFIX.length()));
  }
}
