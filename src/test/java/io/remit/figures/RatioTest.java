package io.remit.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatioTest {

  @Test
  void aRollRateDividesByAllThatWasInTheBucketInTheSameCurrency() {
    Ratio rollRate = new Ratio("roll_rate", "now", "before", List.of("from_bucket", "currency"));

    List<Map<String, Object>> rows = rollRate.addTo(List.of(roll("M1", "M1", "EUR", "70.00", "70.00"),
        roll("M1", "M2", "EUR", "20.00", "25.00"), roll("M1", "PAID", "EUR", "10.00", "0.00"),
        roll("M1", "M2", "JPY", "3000", "1000"), roll("M2", "M3", "EUR", "40.00", "40.00")));

    assertThat(rows).extracting(row -> row.get("roll_rate").toString())
        .containsExactly("0.7000", "0.2500", "0.0000", "0.3333", "1.0000");
  }

  private static Map<String, Object> roll(String from, String to, String currency, String before, String now) {
    return Map.of("from_bucket", from, "to_bucket", to, "currency", currency, "before", new BigDecimal(before), "now",
        new BigDecimal(now));
  }

  @Test
  void aRateOfCountsIsRoundedHalfUpToFourDecimals() {
    Ratio kept = new Ratio("kept_rate", "kept", "due", List.of("channel"));

    assertThat(kept.addTo(List.of(Map.of("channel", "CALL", "kept", 2L, "due", 3L))))
        .containsExactly(Map.of("channel", "CALL", "kept", 2L, "due", 3L, "kept_rate", new BigDecimal("0.6667")));
  }

  @Test
  void nothingDividedByNothingIsNoRate() {
    Ratio kept = new Ratio("kept_rate", "kept", "due", List.of());

    assertThat(kept.addTo(List.of(Map.of("kept", 0L, "due", 0L))).get(0)).containsEntry("kept_rate", null);
  }

  @Test
  void aShareOfTheWholeAddsUpToOne() {
    Ratio share = new Ratio("share", "denied", "denied", List.of());

    assertThat(share.addTo(List.of(Map.of("denied", 1L), Map.of("denied", 3L))))
        .extracting(row -> row.get("share").toString()).containsExactly("0.2500", "0.7500");
  }
}
