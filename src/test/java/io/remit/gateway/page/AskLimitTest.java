package io.remit.gateway.page;

import static io.remit.gateway.page.AskLimit.A_MINUTE_FROM_ONE_NETWORK;
import static io.remit.gateway.page.AskLimit.A_MINUTE_WHEN_THERE_ARE_MANY;
import static io.remit.gateway.page.AskLimit.MANY_A_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AskLimitTest {

  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final AskLimit limit = new AskLimit(new Clock() {
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
  }, 4711);

  @Test
  void oneAddressAsksTenTimesAMinute() {
    for (int i = 0; i < A_MINUTE_FROM_ONE_NETWORK; i++) {
      assertThat(limit.admits("192.0.2.1")).isTrue();
    }

    assertThat(limit.admits("192.0.2.1")).isFalse();
    assertThat(limit.admits("192.0.2.2")).isTrue();
    now = now.plusSeconds(60);
    assertThat(limit.admits("192.0.2.1")).isTrue();
  }

  @Test
  void theAddressesOfOneIpv6NetworkCountAsOne() {
    for (int i = 0; i < A_MINUTE_FROM_ONE_NETWORK; i++) {
      assertThat(limit.admits("2001:db8:0:1::" + i)).isTrue();
    }

    assertThat(limit.admits("2001:db8:0:1:ffff::1")).isFalse();
    assertThat(limit.admits("2001:db8:0:2::1")).isTrue();
  }

  @Test
  void thirtyAddressesThatAskAllTheyMayShutNobodyElseOut() {
    for (int i = 0; i < MANY_A_MINUTE; i++) {
      assertThat(limit.admits("198.51.100." + i % 30)).isTrue();
    }

    assertThat(limit.admits("198.51.100.1")).isFalse();
    for (int i = 0; i < A_MINUTE_WHEN_THERE_ARE_MANY; i++) {
      assertThat(limit.admits("203.0.113.1")).isTrue();
      assertThat(limit.admits("2001:db8:0:1::" + i)).isTrue();
    }
    assertThat(limit.admits("203.0.113.1")).isFalse();
  }

  @Test
  void neighboursAreCountedApart() {
    for (int i = 0; i < 250; i++) {
      assertThat(limit.admits("192.0." + i + "." + i)).isTrue();
      assertThat(limit.admits("2001:db8:0:" + i + "::1")).isTrue();
    }
  }

  @Test
  void whatIsNoAddressIsCountedAsItStands() {
    for (int i = 0; i < A_MINUTE_FROM_ONE_NETWORK; i++) {
      assertThat(limit.admits("host.example.com")).isTrue();
    }

    assertThat(limit.admits("host.example.com")).isFalse();
    assertThat(limit.admits("_hidden")).isTrue();
  }
}
