package io.remit.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One movement on the creditor's bank account, as a statement or a notice of the bank's tells it.
 *
 * @param line where it begins in the file; the first line is 1
 * @param reference stands for it for ever: the same movement told by another statement has the same, where the bank gives
 *     references of its own
 * @param amount above zero, in the currency's scale
 * @param currency ISO 4217 code
 * @param valueDate the day from which the bank counts the money
 * @param payerName the other side, or null
 * @param payerAccount its IBAN or account number, or null
 * @param remittance what the payer wrote, or what the bank says of the movement; empty if nothing
 * @param creditorReferences references in fields of their own, as they are written
 * @param endToEndId what the payer's side calls the payment, or null; a chargeback bears that of its payment
 */
public record BankTransaction(long line, String reference, Kind kind, BigDecimal amount, String currency,
    LocalDate valueDate, String payerName, String payerAccount, String remittance, List<String> creditorReferences,
    String endToEndId) {

  /** What a movement means for debts. */
  public enum Kind {
    /** Money came in. */
    PAYMENT,
    /** Money that came in before goes back: a returned direct debit, a reversed credit. */
    CHARGEBACK,
    /** Not booked yet by the bank: it may never be. */
    PENDING,
    /** The creditor's own payments and fees, and what comes back of those. */
    OTHER
  }
}
