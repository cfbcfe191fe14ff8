package io.remit.access;

import static io.remit.sql.Moments.utc;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Users whose password was chosen by somebody else: they owe one of their own before they may do anything. */
@Repository
class OwedPasswords {

  private final JdbcClient jdbc;
  private final Clock clock;

  OwedPasswords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean isOwedBy(String userId) {
    return jdbc.sql("select count(*) from password_owed where user_id = :user").param("user", userId)
        .query(Long.class).single() > 0;
  }

  /** @param setBy who chose the password; null for nobody in particular, such as whoever started Remit */
  void owe(String userId, @Nullable String setBy) {
    isOwedNoMore(userId);
    jdbc.sql("insert into password_owed (user_id, set_by, since) values (:user, :by, :now)").param("user", userId)
        .param("by", setBy).param("now", utc(clock.instant())).update();
  }

  /** The user has a password of their own, or there is no such user any more. */
  void isOwedNoMore(String userId) {
    jdbc.sql("delete from password_owed where user_id = :user").param("user", userId).update();
  }
}
