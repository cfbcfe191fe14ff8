package io.remit.gateway.mail;

import static io.remit.sql.Moments.utc;

import io.remit.cases.Channel;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The opt-out links. A debtor has one for each channel for ever, so that the link in an old e-mail still works; it is
 * committed at once, since the e-mail with it leaves whatever becomes of the caller's transaction.
 */
@Repository
class OptOutLinks {

  private static final int TOKEN_BYTES = 16;
  private static final String SELECT = "select token, debtor_id, channel from opt_out_link";

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final TransactionTemplate atOnce;
  private final Clock clock;

  OptOutLinks(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.atOnce = new TransactionTemplate(transactions);
    this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /** The link of a debtor, made when it is first asked for. */
  OptOutLink of(String debtorId, Channel channel) {
    return find(debtorId, channel).orElseGet(() -> {
      try {
        return add(new OptOutLink(newToken(), debtorId, channel));
      } catch (DuplicateKeyException anotherNodeWasFaster) {
        return find(debtorId, channel).orElseThrow(() -> anotherNodeWasFaster);
      }
    });
  }

  /** @param token as it came from outside */
  Optional<OptOutLink> find(String token) {
    return jdbc.sql(SELECT + " where token = :token").param("token", token).query(OptOutLinks::read).optional();
  }

  private Optional<OptOutLink> find(String debtorId, Channel channel) {
    return jdbc.sql(SELECT + " where debtor_id = :debtor and channel = :channel").param("debtor", debtorId)
        .param("channel", channel.name()).query(OptOutLinks::read).optional();
  }

  private OptOutLink add(OptOutLink link) {
    atOnce.executeWithoutResult(status -> jdbc.sql("""
        insert into opt_out_link (token, debtor_id, channel, made_at) values (:token, :debtor, :channel, :at)
        """).param("token", link.token()).param("debtor", link.debtorId()).param("channel", link.channel().name())
        .param("at", utc(clock.instant())).update());
    return link;
  }

  private String newToken() {
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  private static OptOutLink read(ResultSet row, int number) throws SQLException {
    return new OptOutLink(row.getString("token"), row.getString("debtor_id"),
        Channel.valueOf(row.getString("channel")));
  }
}
