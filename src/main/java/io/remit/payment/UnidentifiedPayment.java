package io.remit.payment;

import io.remit.statement.BankTransaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on the creditor's bank account of which it is not certain for whom it is.
 *
 * @param movement what the bank told of it
 * @param mayBe what may be the same money, and came before; or null
 * @param deliveredBy user id of who sent the file that told it; null for one of the inbox
 * @param accountNumber the account that it was posted to, or the first of several; or null
 * @param decidedBy user id, or null while it is open
 */
public record UnidentifiedPayment(long paymentId, BankMovement movement, @Nullable BankMovement mayBe,
    @Nullable String deliveredBy, Instant receivedAt, Status status, @Nullable String accountNumber,
    @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable String note) {

  private static final String PREFIX = "P";

  /** What became of it. */
  public enum Status {
    OPEN, POSTED, SENT_BACK,
    /** It is about no debtor. */
    NOT_OURS,
    /** What a bank or a payment service takes: the creditor's cost. */
    FEE,
    /** The same money as told before. */
    KNOWN,
    /** The bank told its parts: what became of each counts. */
    IN_PARTS
  }

  /** What the bank told of it. */
  public BankTransaction told() {
    return movement.told();
  }

  /** The intake file that told it. */
  public long fileId() {
    return movement.fileId();
  }

  String reference() {
    return movement.reference();
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
