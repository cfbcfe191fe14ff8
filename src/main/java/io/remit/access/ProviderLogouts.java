package io.remit.access;

import static io.remit.sql.Moments.utc;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which logins the provider has ended. It tells one node, and the logins may be at any. */
@Repository
class ProviderLogouts {

  private static final String SESSION = "sid:";
  private static final String SUBJECT = "sub:";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration kept;

  ProviderLogouts(JdbcClient jdbc, Clock clock, ProviderSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.kept = settings.lasts();
  }

  /**
   * Ends one session of the provider or, if it names none, all of a subject.
   *
   * @param session of the provider, or null
   * @param subject the provider's id of somebody, or null if a session is named
   */
  void end(@Nullable String session, @Nullable String subject) {
    jdbc.sql("delete from provider_logout where at < :before")
        .param("before", utc(clock.instant().minus(kept.multipliedBy(2)))).update();
    String ended = session == null ? SUBJECT + subject : SESSION + session;
    if (update(ended) == 0) {
      insert(ended);
    }
  }

  /** Whether the provider has ended a login. */
  boolean ended(ProviderSession login) {
    return jdbc.sql("""
        select count(*) from provider_logout where (ended = :session or ended = :subject) and at >= :since
        """).param("session", SESSION + login.providerSession()).param("subject", SUBJECT + login.subject())
        .param("since", utc(login.since())).query(Long.class).single() > 0;
  }

  private int update(String ended) {
    return jdbc.sql("update provider_logout set at = :now where ended = :ended")
        .param("now", utc(clock.instant())).param("ended", ended).update();
  }

  private void insert(String ended) {
    try {
      jdbc.sql("insert into provider_logout (ended, at) values (:ended, :now)").param("ended", ended)
          .param("now", utc(clock.instant())).update();
    } catch (DuplicateKeyException toldTwice) {
      update(ended);
    }
  }
}
