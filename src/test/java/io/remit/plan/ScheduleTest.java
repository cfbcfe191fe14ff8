package io.remit.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan's instalments add up to its total and fall due on the day of the month that was agreed. */
class ScheduleTest {

  private static Schedule of(String currency, String total, int number, String first, Interval interval) {
    return Schedule.ofNumber(currency, new BigDecimal(total), number, LocalDate.parse(first), interval);
  }

  private static List<String> dueDates(Schedule schedule) {
    return schedule.instalments().stream().map(instalment -> instalment.dueOn().toString()).toList();
  }

  @Test
  void aMonthWithoutTheDayHasTheInstalmentOnItsLastDay() {
    assertThat(dueDates(of("EUR", "500.00", 5, "2007-01-31", Interval.MONTHLY))).containsExactly("2007-01-31",
        "2007-02-28", "2007-03-31", "2007-04-30", "2007-05-31");
    assertThat(dueDates(of("EUR", "200.00", 2, "2008-01-31", Interval.MONTHLY))).containsExactly("2008-01-31",
        "2008-02-29");
    assertThat(dueDates(of("EUR", "1300.00", 13, "2008-02-29", Interval.MONTHLY)))
        .startsWith("2008-02-29", "2008-03-29").endsWith("2009-02-28");
  }

  @Test
  void weeksAreCountedInDays() {
    assertThat(dueDates(of("EUR", "30.00", 3, "2008-02-22", Interval.WEEKLY))).containsExactly("2008-02-22",
        "2008-02-29", "2008-03-07");
    assertThat(dueDates(of("EUR", "30.00", 3, "2008-02-22", Interval.FORTNIGHTLY))).containsExactly("2008-02-22",
        "2008-03-07", "2008-03-21");
  }

  @ParameterizedTest
  @CsvSource({"EUR, 100.00, 3, 33.33, 33.34", "JPY, 100, 3, 33, 34", "KWD, 100.000, 3, 33.333, 33.334",
      "EUR, 90.00, 3, 30.00, 30.00", "EUR, 46.01, 1, 46.01, 46.01", "JPY, 7, 4, 1, 4"})
  void theLastInstalmentTakesWhatRoundingLeft(String currency, String total, int number, String each, String last) {
    Schedule schedule = of(currency, total, number, "2007-10-01", Interval.MONTHLY);

    assertThat(schedule.instalments()).hasSize(number);
    assertThat(schedule.first().amount()).isEqualTo(new BigDecimal(each));
    assertThat(schedule.last().amount()).isEqualTo(new BigDecimal(last));
    assertThat(schedule.total()).isEqualTo(new BigDecimal(total));
  }

  @Test
  void instalmentsOfAnAmountGoOnUntilTheRest() {
    Schedule schedule = Schedule.ofAmount(new BigDecimal("460.00"), new BigDecimal("150.00"),
        LocalDate.parse("2007-10-01"), Interval.MONTHLY);

    assertThat(schedule.instalments()).extracting(Instalment::amount).containsExactly(new BigDecimal("150.00"),
        new BigDecimal("150.00"), new BigDecimal("150.00"), new BigDecimal("10.00"));
    assertThat(Schedule.ofAmount(new BigDecimal("460.00"), new BigDecimal("500.00"), LocalDate.parse("2007-10-01"),
        Interval.MONTHLY).instalments()).singleElement()
        .satisfies(instalment -> assertThat(instalment.amount()).isEqualTo(new BigDecimal("460.00")));
  }

  @Test
  void aPartOfAMonthCountsAsAMonth() {
    assertThat(of("EUR", "600.00", 60, "2007-10-01", Interval.MONTHLY).months()).isEqualTo(59);
    assertThat(of("EUR", "50.00", 5, "2007-10-01", Interval.WEEKLY).months()).isEqualTo(1);
    assertThat(of("EUR", "60.00", 6, "2007-10-01", Interval.WEEKLY).months()).isEqualTo(2);
  }

  @Test
  void thereIsNoPlanWithoutInstalments() {
    assertThatThrownBy(() -> new Schedule(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
