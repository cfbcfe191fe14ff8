package io.remit.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One movement on the creditor's bank account: an entry of a statement or notification, or one of the parts of which
 * the bank says that the entry is made.
 *
 * @param line where it begins in the file; the first line is 1
 * @param amount above zero, in the currency's scale; zero only where the kind is {@link Kind#NOTHING}, or
 *     {@link Kind#NOT_BOOKED} and it cannot be read
 * @param currency ISO 4217 code: that of the bank account; of what is not booked, whatever the bank writes,
 *     and empty where it writes none
 * @param bookingDate the day on which the bank booked it, in the bank's zone; the value date where the bank tells none
 * @param valueDate the day from which the bank counts the money; the booking date where the bank tells none
 * @param ownAccount the creditor's account as the bank writes it, IBAN or national; null if it tells none
 * @param balanceAfter what was on the account after the entry of which it is, or null if the file tells no balances
 * @param payer the other side of the money, as far as it is told
 * @param remittance what was written for the creditor
 * @param references what banks and the other side call the movement
 * @param told amounts that were told beside the booked one
 * @param returnReason the bank's code for why it went back, such as {@code AM04}; null if it tells none
 * @param payments of how many payments it is made, as far as the bank tells: where it is more than one, their amounts
 *     are not told, and what is said may be said of one of them only: for whom it is, is never certain
 */
public record BankTransaction(long line, Kind kind, BigDecimal amount, String currency, LocalDate bookingDate,
    LocalDate valueDate, @Nullable String ownAccount, @Nullable BigDecimal balanceAfter, Payer payer,
    Remittance remittance, BankReferences references, ToldAmounts told, @Nullable String returnReason, int payments) {

  /** What a movement means for debts. */
  public enum Kind {
    /** Money came in. */
    PAYMENT,
    /** Money that came in before goes back, or may: a returned direct debit, a reversed credit. */
    CHARGEBACK,
    /** Not booked yet by the bank: it may never be. */
    NOT_BOOKED,
    /** The creditor's own payments. */
    OUTGOING,
    /** What comes back of the creditor's own payments. */
    OUTGOING_RETURNED,
    /** What the bank or a payment service takes for its work. */
    BANK_CHARGE,
    /** What banks take for a return, beside the money that goes back. */
    COST_OF_RETURN,
    /** An amount of zero. */
    NOTHING;

    /** Whether it is about a debtor's money: it has to end in the ledger, as known already, or with a person. */
    public boolean isOfDebtor() {
      return this == PAYMENT || this == CHARGEBACK;
    }
  }

  /** The same movement with another amount: a part of it. */
  public BankTransaction withAmount(BigDecimal other) {
    return new BankTransaction(line, kind, other, currency, bookingDate, valueDate, ownAccount, balanceAfter, payer,
        remittance, references, ToldAmounts.NONE, returnReason, payments);
  }
}
