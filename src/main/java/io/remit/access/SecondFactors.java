package io.remit.access;

import static io.remit.sql.Moments.utc;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Users' second factors: the secret of the codes that a phone shows, and the codes for an emergency that are left. */
@Repository
class SecondFactors {

  private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecretCipher cipher;

  /** @throws StartRefused if there has to be a key, and is none */
  SecondFactors(JdbcClient jdbc, Clock clock, SecondFactorSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.cipher = settings.cipher();
  }

  /** Which one a user has: another one when it was set up anew; empty for none. */
  Optional<Long> idOf(String userId) {
    return jdbc.sql("select factor_id from second_factor where user_id = :user").param("user", userId)
        .query(Long.class).optional();
  }

  /** The secret of a user's codes; empty if there is none, or none that the key of the settings reads. */
  Optional<byte[]> secretOf(String userId) {
    Optional<String> kept = jdbc.sql("select secret from second_factor where user_id = :user").param("user", userId)
        .query(String.class).optional();
    Optional<byte[]> secret = kept.flatMap(text -> cipher.decrypt(Base64.getDecoder().decode(text), userId));
    if (kept.isPresent() && secret.isEmpty()) {
      LOG.error("A second factor was encrypted with another key than that of remit.login.second-factor.key");
    }
    return secret;
  }

  /**
   * Keeps a user's new factor.
   *
   * @param step of the code that proved it
   * @param recoveryHashes of the codes for an emergency
   * @return see {@link #idOf}
   */
  long add(String userId, byte[] secret, long step, List<String> recoveryHashes) {
    jdbc.sql("""
        insert into second_factor (user_id, secret, last_step, enrolled_at) values (:user, :secret, :step, :now)
        """).param("user", userId)
        .param("secret", Base64.getEncoder().encodeToString(cipher.encrypt(secret, userId)))
        .param("step", step).param("now", utc(clock.instant())).update();
    for (String hash : recoveryHashes) {
      jdbc.sql("insert into second_factor_recovery (user_id, code_hash) values (:user, :hash)")
          .param("user", userId).param("hash", hash).update();
    }
    return idOf(userId).orElseThrow();
  }

  /** Whether the code of a step counts: only if none of this step or a later one did. From now on it does not. */
  boolean useStep(String userId, long step) {
    return jdbc.sql("update second_factor set last_step = :step where user_id = :user and last_step < :step")
        .param("step", step).param("user", userId).update() == 1;
  }

  /** Whether there is this code for an emergency. From now on there is not. */
  boolean useRecovery(String userId, String hash) {
    return jdbc.sql("delete from second_factor_recovery where user_id = :user and code_hash = :hash")
        .param("user", userId).param("hash", hash).update() == 1;
  }

  /** Whether there was one to forget. */
  boolean forget(String userId) {
    jdbc.sql("delete from second_factor_recovery where user_id = :user").param("user", userId).update();
    return jdbc.sql("delete from second_factor where user_id = :user").param("user", userId).update() == 1;
  }
}
