package io.remit.partner;

import io.remit.ledger.Amount;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which share of what comes in a partner keeps, by the age of the debt and its amount. Of the rows that fit, the one
 * with the highest age counts, and of these the one with the highest amount.
 */
public record CommissionSchedule(List<Row> rows) {

  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final Comparator<Row> BY_AGE_THEN_AMOUNT = Comparator.comparingInt(Row::fromDays)
      .thenComparing(row -> row.from() == null ? BigDecimal.ZERO : row.from().value());

  /** Of partners with whom none was agreed. */
  public static final CommissionSchedule NONE = new CommissionSchedule(List.of());

  /** Its rows are kept in order of age and amount. */
  public CommissionSchedule {
    rows = rows.stream().sorted(BY_AGE_THEN_AMOUNT).toList();
  }

  /**
   * One row.
   *
   * @param fromDays from how many days past due
   * @param from from which amount, in one currency; null for every amount in every currency
   * @param percent of what comes in, 0 to 70
   */
  public record Row(int fromDays, @Nullable Amount from, BigDecimal percent) {

    private boolean fits(long daysPastDue, Amount debt) {
      return daysPastDue >= fromDays
          && (from == null || from.currency().equals(debt.currency()) && debt.value().compareTo(from.value()) >= 0);
    }
  }

  /**
   * What a partner keeps of an amount: rounded half up to the decimals of its currency.
   *
   * @param percent of what comes in
   */
  public static BigDecimal of(String currency, BigDecimal amount, BigDecimal percent) {
    return amount.multiply(percent).divide(HUNDRED, Money.decimalsOf(currency), RoundingMode.HALF_UP);
  }

  /**
   * The share for a debt, in percent.
   *
   * @param daysPastDue when it was placed
   * @param debt what was placed
   * @return empty if no row fits
   */
  public Optional<BigDecimal> percentFor(long daysPastDue, Amount debt) {
    return rows.stream().filter(row -> row.fits(daysPastDue, debt)).max(BY_AGE_THEN_AMOUNT).map(Row::percent);
  }
}
