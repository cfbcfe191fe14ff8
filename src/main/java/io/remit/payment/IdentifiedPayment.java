package io.remit.payment;

import org.jspecify.annotations.Nullable;

/**
 * What a supervisor entered about a payment, as the form sends it: each null if it was left empty.
 *
 * @param likelyAccount an account number chosen from the list
 * @param accountNumber the number of an account, a case or a debtor as it was typed; counts before the chosen one
 * @param amount how much of it is for that, in the currency of the account; all unless it is said
 * @param furtherAccounts further accounts, a line for each: its number and, behind the last space, its amount
 * @param exchangeRate units of the payment's currency for one unit of the account's, where they differ
 * @param leftOver one of {@link PaymentPlan.Rest}
 * @param note why, or how the supervisor knows
 */
public record IdentifiedPayment(Outcome outcome, @Nullable String likelyAccount, @Nullable String accountNumber,
    @Nullable String amount, @Nullable String furtherAccounts, @Nullable String exchangeRate, @Nullable String leftOver,
    @Nullable String note) {

  /** What becomes of the payment as a whole. */
  public enum Outcome {
    /** It is for one account or several. */
    POST,
    SEND_BACK,
    /** It is about no debtor. */
    NOT_OURS,
    /** What a bank or a payment service takes: the creditor's cost. */
    FEE,
    /** The same money as told before. */
    KNOWN
  }
}
