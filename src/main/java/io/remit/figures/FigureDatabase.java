package io.remit.figures;

import com.zaxxer.hikari.HikariDataSource;
import io.remit.node.DatabaseTime;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Where figures are read: on a standby of the database, if one is set, answers and does not lag; else on the database
 * itself. A standby knows all up to a moment: the last sign of life of any node that has come to it. Nothing can be
 * written through the connections to it.
 */
@Component
class FigureDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(FigureDatabase.class);
  private static final String ANSWERED = FigureDatabase.class.getName();
  private static final int MOST_CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final JdbcClient main;
  private final Clock timeOfDay;
  private final Duration mostLag;
  private final Duration lookEvery;
  private final @Nullable HikariDataSource connections;
  private volatile State state = new State(Status.NOT_SET, null, Instant.EPOCH);

  /**
   * @param url of the standby; empty if there is none
   * @param mostLag how old its newest news may be
   * @param lookEvery how often it is asked how it is, at most
   */
  FigureDatabase(JdbcClient main, DatabaseTime time, @Value("${remit.standby.url:}") String url,
      @Value("${remit.standby.user:remit}") String user, @Value("${remit.standby.password:}") String password,
      @Value("${remit.standby.most-lag:60s}") Duration mostLag,
      @Value("${remit.standby.look-every:5s}") Duration lookEvery) {
    this.main = main;
    this.timeOfDay = time.clock();
    this.mostLag = mostLag;
    this.lookEvery = lookEvery;
    this.connections = url.isBlank() ? null : readOnly(url, user, password);
  }

  /** Whether the standby is read. */
  enum Status {
    NOT_SET, READ, LAGS, AWAY
  }

  /**
   * How the standby is.
   *
   * @param asOf up to when it knows all; null if that cannot be told
   */
  record State(Status status, @Nullable Instant asOf, Instant askedAt) {
  }

  private static HikariDataSource readOnly(String url, String user, String password) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("standby");
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setReadOnly(true);
    pool.setMaximumPoolSize(MOST_CONNECTIONS);
    pool.setMinimumIdle(0);
    pool.setConnectionTimeout(PATIENCE.toMillis());
    // Remit starts without it, and reads it when it comes
    pool.setInitializationFailTimeout(-1);
    return pool;
  }

  /** Asks a question of the standby, or of the database itself if that cannot answer. It must not write. */
  <T> T read(Function<JdbcClient, T> question) {
    State found = state();
    if (connections != null && found.status() == Status.READ) {
      try {
        T answer = question.apply(JdbcClient.create(connections));
        note(found);
        return answer;
      } catch (DataAccessException failed) {
        // as when it goes away, or when what it replays takes the rows from under a long question
        LOG.warn("The standby did not answer, and the database is asked: {}", failed.getClass().getSimpleName());
        become(new State(Status.AWAY, null, timeOfDay.instant()));
      }
    }
    note(state);
    return question.apply(main);
  }

  /** For one request the worst counts. */
  private void note(State readBy) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null && answered().filter(before -> before.status() != Status.READ).isEmpty()) {
      request.setAttribute(ANSWERED, readBy, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** How the standby was when the questions of this request were answered; {@code READ} if it answered all of them. */
  Optional<State> answered() {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
        .map(request -> (State) request.getAttribute(ANSWERED, RequestAttributes.SCOPE_REQUEST));
  }

  /** How the standby is now. */
  synchronized State state() {
    HikariDataSource standby = connections;
    Instant now = timeOfDay.instant();
    if (standby != null && Duration.between(state.askedAt(), now).compareTo(lookEvery) > 0) {
      become(ask(JdbcClient.create(standby), now));
    }
    return state;
  }

  private State ask(JdbcClient standby, Instant now) {
    try {
      Optional<Instant> asOf = standby.sql("select max(seen_at) from dispatcher_node").query(OffsetDateTime.class)
          .optional().map(OffsetDateTime::toInstant);
      boolean isFresh = asOf.isPresent() && Duration.between(asOf.get(), now).compareTo(mostLag) <= 0;
      return new State(isFresh ? Status.READ : Status.LAGS, asOf.orElse(null), now);
    } catch (DataAccessException away) {
      return new State(Status.AWAY, null, now);
    }
  }

  private void become(State next) {
    if (next.status() != state.status()) {
      LOG.info("The standby for figures: {}", next.status());
    }
    state = next;
  }

  @PreDestroy
  void close() {
    if (connections != null) {
      connections.close();
    }
  }
}
