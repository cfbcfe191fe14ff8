package io.remit.statement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Adds up one statement: what it opens with, and each booked entry, have to give what it closes with. */
final class StatementBalance {

  private @Nullable BigDecimal opening;
  private @Nullable BigDecimal closing;
  private String currency = "";
  private BigDecimal booked = BigDecimal.ZERO;

  boolean isOpen() {
    return opening != null;
  }

  /** Empty before it is told. */
  String currency() {
    return currency;
  }

  /** What is on the account after what was booked so far, or null before it is known what was there. */
  @Nullable BigDecimal now() {
    return opening == null ? null : opening.add(booked);
  }

  /** The sum of what was booked so far. */
  BigDecimal booked() {
    return booked;
  }

  /** @param signed below zero if the account is overdrawn */
  void opensWith(BigDecimal signed, String inCurrency) {
    opening = signed;
    currency = inCurrency;
  }

  /** @param signed below zero if the account is overdrawn */
  void closesWith(BigDecimal signed, String inCurrency, long line, String element) throws StatementRefused {
    closing = signed;
    refuseOtherCurrency(inCurrency, line, element);
  }

  /** @param signed above zero if money came in */
  void book(BigDecimal signed, String inCurrency, long line, String element) throws StatementRefused {
    booked = booked.add(signed);
    refuseOtherCurrency(inCurrency, line, element);
  }

  /** Whether what is booked so far gives the closing balance. */
  boolean agrees() {
    return agreesWith(BigDecimal.ZERO);
  }

  /** The same with this beside. */
  boolean agreesWith(BigDecimal more) {
    return opening != null && closing != null && opening.add(booked).add(more).compareTo(closing) == 0;
  }

  private void refuseOtherCurrency(String other, long line, String element) throws StatementRefused {
    if (currency.isEmpty()) {
      currency = other;
    } else if (!currency.equals(other)) {
      throw new StatementRefused(line, element, "currency-mixed", "One statement has amounts in two currencies.");
    }
  }

  /** @param line and element where the statement ends */
  void check(long line, String element) throws StatementRefused {
    if (opening == null || closing == null) {
      throw new StatementRefused(line, element, "missing-balance",
          "The statement has no " + (opening == null ? "opening" : "closing")
              + " balance, so that its entries cannot be checked.");
    }
    BigDecimal expected = opening.add(booked);
    if (expected.compareTo(closing) != 0) {
      throw new StatementRefused(line, element, "balance-mismatch", "The opening balance and the entries add up to "
          + expected.toPlainString() + " " + currency + ", the closing balance is " + closing.toPlainString() + " "
          + currency + ".");
    }
  }
}
