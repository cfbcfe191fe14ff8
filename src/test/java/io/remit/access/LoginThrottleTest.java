package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.access.LoginThrottle.Login;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How long guessing makes whom wait. */
class LoginThrottleTest {

  private static final String HERE = "192.0.2.1";

  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final LoginThrottle throttle = new LoginThrottle(new Clock() {
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
  void fiveSlipsAreFreeAndThenTheWaitDoublesUpToAMinute() {
    assertThat(waits(known("ann", HERE), 9)).containsExactly(0L, 0L, 0L, 0L, 15L, 30L, 60L, 60L, 60L);
  }

  @Test
  void aTryDuringTheWaitIsRefusedAndDoesNotProlongIt() {
    waits(known("ann", HERE), 5);
    now = now.plusSeconds(10);

    assertThat(throttle.begin(known("ann", HERE))).contains(Duration.ofSeconds(5));

    now = now.plusSeconds(5);
    assertThat(throttle.begin(known("ann", HERE))).isEmpty();
  }

  @Test
  void othersAndOtherAddressesDoNotWait() {
    waits(known("ann", HERE), 20);

    assertThat(throttle.mustWait(known("ann", "192.0.2.2"))).isEmpty();
    assertThat(throttle.mustWait(known("bob", HERE))).isEmpty();
  }

  @Test
  void theRightPasswordEndsTheCount() {
    waits(known("ann", HERE), 4);
    assertThat(throttle.begin(known("ann", HERE))).isEmpty();

    throttle.wasRight(known("ann", HERE));

    assertThat(waits(known("ann", HERE), 5)).containsExactly(0L, 0L, 0L, 0L, 15L);
  }

  @Test
  void manyTriesAtOnceAreNotAllLookedAt() {
    long admitted = 0;
    for (int i = 0; i < 200; i++) {
      admitted += throttle.begin(known("ann", HERE)).isEmpty() ? 1 : 0;
    }

    assertThat(admitted).isEqualTo(5);
  }

  @Test
  void whoGuessesAtManyUsersFromOneNetworkIsSlowedDownButNotThoseWhoWorkThere() {
    for (int i = 0; i < 30; i++) {
      assertThat(throttle.begin(new Login("user" + i, "192.0.2." + i, false))).isEmpty();
    }

    assertThat(throttle.mustWait(new Login("user99", "192.0.2.99", false))).contains(Duration.ofSeconds(15));
    assertThat(throttle.mustWait(known("ann", "192.0.2.99"))).isEmpty();
    assertThat(throttle.mustWait(new Login("ann", "198.51.100.1", false))).isEmpty();
  }

  @Test
  void whoGuessesAtOneUserFromManyNetworksIsSlowedDownButNotTheUserWhereHeWorks() {
    for (int i = 0; i < 30; i++) {
      assertThat(throttle.begin(new Login("ann", "198.51." + i + ".1", false))).isEmpty();
    }

    assertThat(throttle.mustWait(new Login("ann", "203.0.113.1", false))).contains(Duration.ofSeconds(15));
    assertThat(throttle.mustWait(known("ann", HERE))).isEmpty();
    assertThat(throttle.mustWait(new Login("bob", "203.0.113.1", false))).isEmpty();
  }

  @Test
  void aUserInANewPlaceWaitsFifteenSecondsAtMostHoweverManyGuess() {
    for (int i = 0; i < 2_000; i++) {
      throttle.begin(new Login("ann", "198." + i % 100 + "." + i / 100 + ".1", false));
      now = now.plusSeconds(15);
    }

    assertThat(throttle.mustWait(new Login("ann", "203.0.113.1", false)).orElse(Duration.ZERO))
        .isLessThanOrEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void anOfficeThatLogsInForTheFirstTimeIsNotTakenForGuessers() {
    for (int i = 0; i < 200; i++) {
      Login first = new Login("user" + i, HERE, false);
      assertThat(throttle.begin(first)).isEmpty();
      throttle.wasRight(first);
    }
  }

  @Test
  void whatWasAnHourAgoIsForgotten() {
    waits(known("ann", HERE), 12);
    now = now.plus(Duration.ofHours(1));

    assertThat(waits(known("ann", HERE), 5)).containsExactly(0L, 0L, 0L, 0L, 15L);
  }

  @Test
  void theAddressesOfOneIpv6NetworkAreOnePlace() {
    waits(known("ann", "2001:db8:0:1::1"), 5);

    assertThat(throttle.mustWait(known("ann", "2001:db8:0:1:ffff::2"))).isPresent();
    assertThat(throttle.mustWait(known("ann", "2001:db8:0:2::1"))).isEmpty();
  }

  private static Login known(String userId, String address) {
    return new Login(userId, address, true);
  }

  /** The seconds to wait after each of some wrong passwords, each given as soon as it may be. */
  private Long[] waits(Login login, int wrong) {
    Long[] seconds = new Long[wrong];
    for (int i = 0; i < wrong; i++) {
      now = now.plus(throttle.mustWait(login).orElse(Duration.ZERO));
      assertThat(throttle.begin(login)).isEmpty();
      seconds[i] = throttle.mustWait(login).map(Duration::toSeconds).orElse(0L);
    }
    return seconds;
  }
}
