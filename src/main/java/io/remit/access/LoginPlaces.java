package io.remit.access;

import static io.remit.sql.Moments.utc;

import java.time.Clock;
import java.time.Duration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From which networks users logged in of late. */
@Repository
class LoginPlaces {

  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final Clock clock;

  LoginPlaces(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param network see {@link Network#neighbourhood} */
  boolean knows(String userId, String network) {
    return jdbc.sql("""
        select count(*) from login_place where user_id = :user and network = :network and last_login > :since
        """).param("user", userId).param("network", network).param("since", before(REMEMBERED))
        .query(Long.class).single() > 0;
  }

  /** The user has just logged in from there. Not to be called in a transaction: two at once may want the same row. */
  void remember(String userId, String network) {
    int known = jdbc.sql("""
        update login_place set last_login = :now where user_id = :user and network = :network
        """).param("now", before(Duration.ZERO)).param("user", userId).param("network", network).update();
    if (known == 0) {
      jdbc.sql("delete from login_place where user_id = :user and last_login <= :since").param("user", userId)
          .param("since", before(REMEMBERED)).update();
      insert(userId, network);
    }
  }

  private void insert(String userId, String network) {
    try {
      jdbc.sql("insert into login_place (user_id, network, last_login) values (:user, :network, :now)")
          .param("user", userId).param("network", network).param("now", before(Duration.ZERO)).update();
    } catch (DuplicateKeyException anotherLogin) {
      // it is known now
    }
  }

  void forget(String userId) {
    jdbc.sql("delete from login_place where user_id = :user").param("user", userId).update();
  }

  private Object before(Duration time) {
    return utc(clock.instant().minus(time));
  }
}
