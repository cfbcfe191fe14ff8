package io.remit.outsourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandOverTimesTest {

  @ParameterizedTest(name = "{0}, approved at {1}: {2}")
  @CsvSource({
      "'', 2026-03-02T08:00:00Z, 2026-03-02T08:00:00Z",
      "17:00, 2026-03-02T08:00:00Z, 2026-03-02T16:00:00Z",
      "17:00, 2026-03-02T16:00:00Z, 2026-03-02T16:00:00Z",
      "17:00, 2026-03-02T16:00:01Z, 2026-03-03T16:00:00Z",
      "17:00, 2026-03-28T17:00:00Z, 2026-03-29T15:00:00Z"})
  void approvedCasesGoAtTheNextHour(String handOverAt, Instant approvedAt, Instant due) {
    HandOverTimes times = new HandOverTimes(handOverAt, Duration.ofDays(180), ZoneId.of("Europe/Berlin"));

    assertThat(times.next(approvedAt)).isEqualTo(due);
    assertThat(times.termEnds(LocalDate.parse("2026-03-02"))).isEqualTo("2026-08-29");
  }
}
