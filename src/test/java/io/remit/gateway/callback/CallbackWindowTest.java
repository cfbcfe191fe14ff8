package io.remit.gateway.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which time stamps are taken. */
class CallbackWindowTest {

  private final CallbackWindow window =
      new CallbackWindow(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({"2026-03-01T12:00:00Z, true", "2026-03-01T11:55:00Z, true", "2026-03-01T11:54:59Z, false",
      "2026-03-01T12:05:00Z, true", "2026-03-01T12:05:01Z, false", "1970-01-01T00:00:00Z, false",
      "-1000000000-01-01T00:00:00Z, false", "+1000000000-12-31T23:59:59Z, false"})
  void aTimeStampIsTakenUpToFiveMinutesFromNow(Instant timestamp, boolean taken) {
    assertThat(window.contains(timestamp)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-01T11:00:00Z"})
  void aCallbackIsForgottenOnlyWhenItsTimeStampIsTooOldForLong(Instant before) {
    assertThat(window.forgetBefore()).isEqualTo(before);
  }
}
