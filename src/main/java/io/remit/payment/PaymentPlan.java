package io.remit.payment;

import io.remit.ledger.LedgerEntry;
import io.remit.payment.IdentifiedPayment.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided on a payment that found no account by itself.
 *
 * @param postings what is to be booked; empty unless it is posted
 * @param rest what becomes of what is not posted
 */
record PaymentPlan(Outcome outcome, List<Posting> postings, Rest rest) {

  /** What becomes of a part that is not posted. */
  enum Rest {
    /** Somebody still has to find out. */
    STAYS,
    /** What a bank or a payment service took: the creditor's cost. */
    COST
  }

  /**
   * One booking.
   *
   * @param type PAYMENT, CHARGEBACK, or, where less or more goes back than one payment, CORRECTION
   * @param amount above zero, in the account's currency
   * @param reverses the reference of the payment that a chargeback undoes, else null
   */
  record Posting(String accountNumber, LedgerEntry.Type type, BigDecimal amount, String currency,
      @Nullable String reverses) {
  }
}
