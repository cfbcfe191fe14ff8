package io.remit.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.ledger.Amount;
import io.remit.partner.CommissionSchedule.Row;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner keeps of what comes in. */
class CommissionScheduleTest {

  private static final CommissionSchedule SCHEDULE = new CommissionSchedule(List.of(
      row(720, null, "50"), row(0, null, "15"), row(365, new Amount("EUR", new BigDecimal("5000")), "25"),
      row(365, null, "30"), row(1825, null, "70")));

  private static Row row(int days, Amount from, String percent) {
    return new Row(days, from, new BigDecimal(percent));
  }

  @ParameterizedTest(name = "{0} days, {2} {1}: {3} %")
  @CsvSource({"0, EUR, 100, 15", "364, EUR, 9000, 15", "365, EUR, 4999.99, 30", "365, EUR, 5000.00, 25",
      "365, USD, 9000, 30", "719, EUR, 9000, 25", "720, EUR, 9000, 50", "1824, JPY, 1, 50", "1825, EUR, 1, 70"})
  void theRowOfTheHighestAgeThenOfTheHighestAmountCounts(int days, String currency, BigDecimal amount,
      BigDecimal percent) {
    assertThat(SCHEDULE.percentFor(days, new Amount(currency, amount))).contains(percent);
  }

  @Test
  void nothingAgreedIsNoPercentage() {
    assertThat(CommissionSchedule.NONE.percentFor(400, new Amount("EUR", BigDecimal.ONE))).isEmpty();
  }
}
