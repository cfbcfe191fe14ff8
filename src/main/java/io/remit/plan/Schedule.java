package io.remit.plan;

import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** The instalments of a plan, the first one first; they add up to its total. */
public record Schedule(List<Instalment> instalments) {

  /** @throws IllegalArgumentException if there is no instalment */
  public Schedule {
    if (instalments.isEmpty()) {
      throw new IllegalArgumentException("a plan has at least one instalment");
    }
    instalments = List.copyOf(instalments);
  }

  /**
   * As many equal instalments as are wanted; the last takes what rounding left.
   *
   * @param currency ISO 4217 code of the total, whose decimals the instalments have
   * @param total above zero
   * @param number how many, above zero
   * @param first due date of the first one
   */
  static Schedule ofNumber(String currency, BigDecimal total, int number, LocalDate first, Interval interval) {
    BigDecimal each = total.divide(BigDecimal.valueOf(number), Money.decimalsOf(currency), RoundingMode.DOWN);
    return of(total, each, number, first, interval);
  }

  /** How many instalments of an amount above zero a total takes; the last one may be smaller. */
  static BigDecimal numberFor(BigDecimal total, BigDecimal each) {
    return total.divide(each, 0, RoundingMode.UP);
  }

  /** Instalments of an amount; the last one takes the rest. */
  static Schedule ofAmount(BigDecimal total, BigDecimal each, LocalDate first, Interval interval) {
    return of(total, each, numberFor(total, each).intValueExact(), first, interval);
  }

  private static Schedule of(BigDecimal total, BigDecimal each, int number, LocalDate first, Interval interval) {
    List<Instalment> instalments = new ArrayList<>();
    BigDecimal rest = total;
    for (int index = 0; index < number; index++) {
      BigDecimal amount = index == number - 1 ? rest : each;
      instalments.add(new Instalment(index + 1, interval.dueDate(first, index), amount));
      rest = rest.subtract(amount);
    }
    return new Schedule(instalments);
  }

  /** The first instalment. */
  public Instalment first() {
    return instalments.get(0);
  }

  /** The last instalment. */
  public Instalment last() {
    return instalments.get(instalments.size() - 1);
  }

  /** All instalments together. */
  public BigDecimal total() {
    return instalments.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The smallest instalment but for the last, which is as small as the rest is; of a single one that one. */
  BigDecimal least() {
    return first().amount();
  }

  /** How many months there are from the first instalment to the last; a part of a month counts as one. */
  @SuppressWarnings("JavaPeriodGetDays") // beside the span's months
  long months() {
    Period span = Period.between(first().dueOn(), last().dueOn());
    return span.toTotalMonths() + (span.getDays() > 0 ? 1 : 0);
  }
}
