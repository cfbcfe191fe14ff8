package io.remit.outsourcing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partner may know of a case that is placed with it, and no more: nothing of contact persons, notes or other
 * cases. Everything of the debtor but name and time zone may be null.
 *
 * @param caseNumber letters, digits and {@code -}
 * @param currency ISO 4217 code, of all amounts
 * @param accounts at least one
 * @param contactsSoFar how often it was tried to reach the debtor; counts towards the caps that bind the partner too
 */
public record HandOver(String caseNumber, Debtor debtor, String currency, List<Account> accounts, int contactsSoFar) {

  /**
   * @throws IllegalArgumentException if there is no account
   */
  public HandOver {
    accounts = List.copyOf(accounts);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("A case without accounts cannot be handed over");
    }
  }

  /**
   * Whom the partner is to reach.
   *
   * @param region ISO 3166-2
   * @param phone E.164
   * @param language BCP 47
   * @param timeZone where the debtor lives; contact hours are read in it
   */
  public record Debtor(String name, @Nullable String address, @Nullable String city, @Nullable String region,
      @Nullable String country, @Nullable String phone, @Nullable String email, @Nullable String language,
      ZoneId timeZone) {
  }

  /** One debt, without the lender's number for it. */
  public record Account(String product, BigDecimal outstandingAmount, BigDecimal overdueAmount,
      LocalDate oldestDueDate) {
  }
}
