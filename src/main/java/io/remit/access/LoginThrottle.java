package io.remit.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slows down who guesses passwords, and shuts nobody out for good. Wrong passwords count in three ways, each with a
 * wait that doubles up to a short limit: those for one user from one place; those from one neighbourhood for whomever;
 * those for one user from wherever. The last two do not hold where the user has logged in before: others who guess,
 * many of them too, do not slow the user down there.
 *
 * <p>It counts within this node, and forgets with it: several nodes let as many more guesses through. Nobody without a
 * login can make a table grow, or the memory: the oldest counts are dropped.
 */
final class LoginThrottle {

  /** Five slips are free; then 15, 30 and at last 60 seconds. */
  private static final Rule AT_ONE_PLACE = new Rule(5, Duration.ofSeconds(15), Duration.ofMinutes(1));
  private static final Rule FROM_ONE_NEIGHBOURHOOD = new Rule(30, Duration.ofSeconds(15), Duration.ofMinutes(1));
  private static final Rule FOR_ONE_USER = new Rule(30, Duration.ofSeconds(15), Duration.ofSeconds(15));

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final int MOST_COUNTS = 30_000;

  private final Clock clock;
  private final Map<Object, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Count> eldest) {
      return size() > MOST_COUNTS;
    }
  };

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /**
   * Who tries to log in, and from where.
   *
   * @param known whether the user has logged in from there before
   */
  record Login(String userId, String address, boolean known) {
  }

  /**
   * How long wrong passwords make one wait.
   *
   * @param free so many wrong ones cost nothing
   */
  record Rule(int free, Duration first, Duration longest) {

    Duration after(int wrong) {
      if (wrong < free) {
        return Duration.ZERO;
      }
      Duration doubled = first.multipliedBy(1L << Math.min(wrong - free, 20));
      return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
  }

  private record Place(String userId, String place) {
  }

  private record Neighbourhood(String network) {
  }

  private record Anywhere(String userId) {
  }

  private record Count(int wrong, Instant last) {
  }

  /** For how long no password is looked at; empty if one may be tried now. */
  synchronized Optional<Duration> mustWait(Login login) {
    return scopes(login).map(scope -> wait(scope.key(), scope.rule()))
        .filter(wait -> wait.compareTo(Duration.ZERO) > 0).max(Duration::compareTo);
  }

  /**
   * Takes a try for wrong until it is told to have been right, so that many at once are not all looked at.
   *
   * @return for how long no password is looked at; empty if this one may be
   */
  synchronized Optional<Duration> begin(Login login) {
    Optional<Duration> wait = mustWait(login);
    if (wait.isEmpty()) {
      scopes(login).forEach(scope -> counts.put(scope.key(), new Count(wrong(scope.key()) + 1, clock.instant())));
    }
    return wait;
  }

  /** The password of a try that was begun was right. */
  synchronized void wasRight(Login login) {
    scopes(login).forEach(scope -> {
      if (scope.rule().equals(AT_ONE_PLACE)) {
        counts.remove(scope.key());
      } else {
        counts.computeIfPresent(scope.key(), (key, count) ->
            count.wrong() > 1 ? new Count(count.wrong() - 1, count.last()) : null);
      }
    });
  }

  private record Scope(Object key, Rule rule) {
  }

  private static Stream<Scope> scopes(Login login) {
    Scope place = new Scope(new Place(login.userId(), Network.place(login.address())), AT_ONE_PLACE);
    return login.known() ? Stream.of(place) : Stream.of(place,
        new Scope(new Neighbourhood(Network.neighbourhood(login.address())), FROM_ONE_NEIGHBOURHOOD),
        new Scope(new Anywhere(login.userId()), FOR_ONE_USER));
  }

  private int wrong(Object key) {
    Count count = counts.get(key);
    return count == null || !count.last().plus(FORGOTTEN_AFTER).isAfter(clock.instant()) ? 0 : count.wrong();
  }

  private Duration wait(Object key, Rule rule) {
    int wrong = wrong(key);
    return wrong == 0 ? Duration.ZERO
        : Duration.between(clock.instant(), Objects.requireNonNull(counts.get(key)).last().plus(rule.after(wrong)));
  }
}
