package io.remit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a plan is kept depends on what had to be paid by a day and what was, and on nothing else. */
class PlanProgressTest {

  /** 100.00 on the first of October, November and December. */
  private static final Schedule SCHEDULE = Schedule.ofNumber("EUR", new BigDecimal("300.00"), 3,
      LocalDate.parse("2007-10-01"), Interval.MONTHLY);
  private static final Tolerance THREE_DAYS_FIVE_PERCENT = new Tolerance(3, 5);

  @ParameterizedTest
  @CsvSource({
      "2007-10-04,   0.00, ON_TRACK",
      "2007-10-05,   0.00, BREACHED",
      "2007-10-05,  94.99, BREACHED",
      "2007-10-05,  95.00, ON_TRACK",
      "2007-11-04,  95.00, ON_TRACK",
      "2007-11-05, 189.99, BREACHED",
      "2007-11-05, 190.00, ON_TRACK",
      "2007-12-04, 190.00, ON_TRACK",
      "2007-12-05, 299.99, BREACHED",
      "2007-12-05, 300.00, COMPLETED",
      "2007-10-02, 300.00, COMPLETED",
      "2007-10-02, 310.00, COMPLETED"})
  void whatHadToBePaidIsComparedWithWhatWas(LocalDate today, BigDecimal paid, PlanProgress expected) {
    assertThat(PlanProgress.of(SCHEDULE, THREE_DAYS_FIVE_PERCENT, paid, today)).isEqualTo(expected);
  }

  @Test
  void withoutToleranceTheDayAfterDecides() {
    Tolerance none = new Tolerance(0, 0);

    assertThat(PlanProgress.of(SCHEDULE, none, BigDecimal.ZERO, LocalDate.parse("2007-10-01")))
        .isEqualTo(PlanProgress.ON_TRACK);
    assertThat(PlanProgress.of(SCHEDULE, none, new BigDecimal("99.99"), LocalDate.parse("2007-10-02")))
        .isEqualTo(PlanProgress.BREACHED);
  }

  @Test
  void aPlanIsLookedAtTheDayAfterEachInstalmentAndItsToleratedDays() {
    assertThat(PlanProgress.nextLook(SCHEDULE, THREE_DAYS_FIVE_PERCENT, LocalDate.parse("2007-09-03")))
        .contains(LocalDate.parse("2007-10-05"));
    assertThat(PlanProgress.nextLook(SCHEDULE, THREE_DAYS_FIVE_PERCENT, LocalDate.parse("2007-10-05")))
        .contains(LocalDate.parse("2007-11-05"));
    assertThat(PlanProgress.nextLook(SCHEDULE, THREE_DAYS_FIVE_PERCENT, LocalDate.parse("2007-12-05"))).isEmpty();
  }
}
