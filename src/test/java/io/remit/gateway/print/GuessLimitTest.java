package io.remit.gateway.print;

import static io.remit.gateway.print.GuessLimit.A_MINUTE_FROM_ONE_ADDRESS;
import static io.remit.gateway.print.GuessLimit.A_MINUTE_IN_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GuessLimitTest {

  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final GuessLimit limit = new GuessLimit(new Clock() {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  });

  @Test
  void oneAddressAsksTenTimesAMinute() {
    for (int i = 0; i < A_MINUTE_FROM_ONE_ADDRESS; i++) {
      assertThat(limit.admits("192.0.2.1")).isTrue();
    }

    assertThat(limit.admits("192.0.2.1")).isFalse();
    assertThat(limit.admits("192.0.2.2")).isTrue();
    now = now.plusSeconds(60);
    assertThat(limit.admits("192.0.2.1")).isTrue();
  }

  @Test
  void theAddressesOfOneIpv6NetworkCountAsOne() {
    for (int i = 0; i < A_MINUTE_FROM_ONE_ADDRESS; i++) {
      assertThat(limit.admits("2001:db8:0:1::" + i)).isTrue();
    }

    assertThat(limit.admits("2001:db8:0:1:ffff::1")).isFalse();
    assertThat(limit.admits("2001:db8:0:2::1")).isTrue();
  }

  @Test
  void manyAddressesTogetherAskThreeHundredTimesAMinute() {
    for (int i = 0; i < A_MINUTE_IN_ALL; i++) {
      assertThat(limit.admits("198.51." + i / 250 + "." + i % 250)).isTrue();
    }

    assertThat(limit.admits("203.0.113.1")).isFalse();
  }
}
