package io.remit.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** Where a plan stands: a pure rule of its schedule, what was paid and the day. */
enum PlanProgress {
  /** Everything is paid. */
  COMPLETED,
  /** What had to be paid by now is paid, but for a tolerated part. */
  ON_TRACK,
  /** Less than that was paid. */
  BREACHED;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Judges a plan. What was paid goes to the oldest instalments first, so that only sums matter. With the last
   * instalment everything has to be paid.
   *
   * @param paid so far, whatever was taken back again left out
   * @param today the business date; an instalment has to be paid once its due date and the tolerated days are over
   */
  static PlanProgress of(Schedule schedule, Tolerance tolerance, BigDecimal paid, LocalDate today) {
    if (paid.compareTo(schedule.total()) >= 0) {
      return COMPLETED;
    }
    if (!lookOn(schedule.last(), tolerance).isAfter(today)) {
      return BREACHED;
    }
    BigDecimal due = schedule.instalments().stream()
        .filter(instalment -> !lookOn(instalment, tolerance).isAfter(today)).map(Instalment::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal least = due.multiply(HUNDRED.subtract(BigDecimal.valueOf(tolerance.share())))
        .divide(HUNDRED, due.scale(), RoundingMode.DOWN);
    return paid.compareTo(least) >= 0 ? ON_TRACK : BREACHED;
  }

  /** The next day to look at the plan: the day after an instalment and its tolerated days; empty after the last. */
  static Optional<LocalDate> nextLook(Schedule schedule, Tolerance tolerance, LocalDate today) {
    return schedule.instalments().stream().map(instalment -> lookOn(instalment, tolerance))
        .filter(look -> look.isAfter(today)).findFirst();
  }

  private static LocalDate lookOn(Instalment instalment, Tolerance tolerance) {
    return instalment.dueOn().plusDays(tolerance.days() + 1L);
  }
}
