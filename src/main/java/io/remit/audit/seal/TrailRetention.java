package io.remit.audit.seal;

import static io.remit.sql.Moments.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes rows of the trail that are too old: of the audit trail all of a seal at once, of users each one. The seals
 * stay, and say what was there.
 */
@Component
public class TrailRetention {

  private static final int SEALS_AT_ONCE = 100;
  private static final String REASON = "remit.audit.keep";
  private static final String BY = "remit";

  private final SealRepository seals;
  private final OwnRights rights;
  private final TrailErasureRepository erasures;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate transaction;

  TrailRetention(SealRepository seals, OwnRights rights, TrailErasureRepository erasures, JdbcClient jdbc,
      Clock clock, PlatformTransactionManager transactions) {
    this.seals = seals;
    this.rights = rights;
    this.erasures = erasures;
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Removes what is older than a moment and sealed.
   *
   * @return how many rows were removed
   */
  public long removeBefore(Instant moment) {
    long removed = 0;
    for (RetentionRule rule : RetentionRule.values()) {
      removed += rule.isOfWholeSeals() ? removeSeals(rule, moment) : removeEach(rule, moment);
    }
    return removed;
  }

  private long removeSeals(RetentionRule rule, Instant moment) {
    long removed = 0;
    long first = jdbc.sql("select coalesce(min(" + rule.table().idColumn() + "), 0) from " + rule.table().tableName())
        .query(Long.class).single();
    for (Seal seal : seals.startingAt(rule.table(), first, SEALS_AT_ONCE)) {
      if (seal.newest() == null || !seal.newest().isBefore(moment)) {
        return removed;
      }
      removed += remove(rule, seal.after() + 1, seal.last(), moment);
    }
    return removed;
  }

  private long removeEach(RetentionRule rule, Instant moment) {
    List<Long> ids = jdbc.sql(rule.ids()).param("before", utc(moment)).query(Long.class).list();
    long sealed = seals.sealedTo(rule.table());
    return ids.stream().filter(id -> id <= sealed).mapToLong(id -> remove(rule, id, id, moment)).sum();
  }

  /** Together with the line that says so. */
  private long remove(RetentionRule rule, long first, long last, Instant moment) {
    Long removed = transaction.execute(status -> {
      long some = rights.remove(rule, first, last, moment);
      if (some > 0) {
        erasures.addRemoved(rule.table(), first, last, moment, REASON, BY, clock.instant());
      }
      return some;
    });
    return removed == null ? 0 : removed;
  }
}
