package io.remit.statement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Amounts that a bank tells beside the booked one, each null if it is not told.
 *
 * @param instructed what the payer ordered, or, of a return, what was collected; often in the payer's currency
 * @param rate units of the account's currency for one unit of the instructed currency, where they differ
 * @param charges what banks took on the way, or for a return
 */
public record ToldAmounts(@Nullable ToldAmount instructed, @Nullable BigDecimal rate, @Nullable ToldAmount charges) {

  public static final ToldAmounts NONE = new ToldAmounts(null, null, null);

  /**
   * An amount with its currency.
   *
   * @param amount zero or more, in the currency's scale
   * @param currency ISO 4217 code
   */
  public record ToldAmount(BigDecimal amount, String currency) {
  }
}
