package io.remit.access;

import static io.remit.sql.Moments.utc;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which user is whom at the provider of logins. A subject keeps its user for good, whatever it is called later. */
@Repository
class ProviderUsers {

  private final JdbcClient jdbc;
  private final Clock clock;

  ProviderUsers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Somebody as the provider knows them.
   *
   * @param issuer the provider
   * @param id its own for this person, which no other ever has
   */
  record Subject(String issuer, String id) {
  }

  Optional<String> userOf(Subject subject) {
    return jdbc.sql("select user_id from provider_user where issuer = :issuer and subject = :subject")
        .param("issuer", subject.issuer()).param("subject", subject.id()).query(String.class).optional();
  }

  boolean isTaken(String userId) {
    return jdbc.sql("select count(*) from provider_user where user_id = :user").param("user", userId)
        .query(Long.class).single() > 0;
  }

  void bind(String userId, Subject subject) {
    jdbc.sql("""
        insert into provider_user (user_id, issuer, subject, bound_at) values (:user, :issuer, :subject, :now)
        """).param("user", userId).param("issuer", subject.issuer()).param("subject", subject.id())
        .param("now", utc(clock.instant())).update();
  }

  /** There is no such user any more: the name is free. */
  void forget(String userId) {
    jdbc.sql("delete from provider_user where user_id = :user").param("user", userId).update();
  }
}
