package io.remit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One payment, or what undoes one, as a file tells it.
 *
 * @param reference unique for ever
 * @param amount above zero, in the currency's scale
 * @param currency ISO 4217 code
 * @param valueDate the day from which the money counts
 * @param reverses the reference of the payment that a reversal or chargeback undoes; null for a payment
 * @param fileId the intake file it came with
 * @param line its line in that file
 * @param bookingDate the day on which the bank or the creditor booked it; null if that is not known
 */
public record PaymentOrder(String reference, String accountNumber, Type type, BigDecimal amount, String currency,
    LocalDate valueDate, @Nullable String reverses, long fileId, long line, @Nullable LocalDate bookingDate) {

  /** What the money does. */
  public enum Type {
    PAYMENT, REVERSAL, CHARGEBACK
  }
}
