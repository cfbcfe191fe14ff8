package io.remit.limitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.limitation.Interruption.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From which day a debt cannot be sued for. */
class LimitationPeriodTest {

  private static final LocalDate DUE = LocalDate.of(2014, 1, 15);

  private static LocalDate barred(LimitationPeriod period, Interruption... interruptions) {
    return period.barredFrom(DUE, List.of(interruptions)).orElse(null);
  }

  private static Interruption on(Kind kind, String day) {
    return new Interruption(kind, LocalDate.parse(day));
  }

  @Test
  void theLastDayOfThePeriodIsStillInTime() {
    assertThat(barred(LimitationPeriod.of(3, false, ""))).isEqualTo("2017-01-16");
    assertThat(barred(LimitationPeriod.of(3, true, null))).isEqualTo("2018-01-01");
  }

  @Test
  void whatInterruptsInTimeLetsItBeginAnew() {
    LimitationPeriod period = LimitationPeriod.of(3, false, "PAYMENT, ACKNOWLEDGEMENT");

    assertThat(period.interruptedBy()).isEqualTo(Set.of(Kind.PAYMENT, Kind.ACKNOWLEDGEMENT));
    assertThat(barred(period, on(Kind.PAYMENT, "2017-01-15"))).isEqualTo("2020-01-16");
    assertThat(barred(period, on(Kind.ACKNOWLEDGEMENT, "2019-05-02"), on(Kind.PAYMENT, "2016-05-01")))
        .isEqualTo("2019-05-02").isEqualTo(barred(period, on(Kind.PAYMENT, "2016-05-01")));
  }

  @Test
  void nothingBringsBackWhatIsBarred() {
    assertThat(barred(LimitationPeriod.of(3, false, "PAYMENT"), on(Kind.PAYMENT, "2017-01-16")))
        .isEqualTo("2017-01-16");
  }

  @Test
  void onlyWhatTheLawNamesInterrupts() {
    assertThat(barred(LimitationPeriod.of(3, false, ""), on(Kind.PAYMENT, "2015-01-01"), on(Kind.DEMAND, "2016-01-01")))
        .isEqualTo("2017-01-16");
  }

  @Test
  void aSuitInTimeStopsItAndALateOneDoesNot() {
    assertThat(barred(LimitationPeriod.of(3, false, ""), on(Kind.SUIT, "2017-01-15"))).isNull();
    assertThat(barred(LimitationPeriod.of(3, false, ""), on(Kind.SUIT, "2017-01-16"))).isEqualTo("2017-01-16");
  }

  @Test
  void aTableThatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> LimitationPeriod.of(0, false, "")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LimitationPeriod.of(3, false, "RAIN")).isInstanceOf(IllegalArgumentException.class);
  }
}
