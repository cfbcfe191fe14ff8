package io.remit.audit.seal;

import static io.remit.sql.Moments.utc;
import static io.remit.sql.Moments.utcOrNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which rows of the trail a rule removed, or whose words it erased. */
@Repository
class TrailErasureRepository {

  private final JdbcClient jdbc;

  TrailErasureRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes down that words of a row are erased now.
   *
   * @param digest of the row as it is left
   * @param by user id, or {@code remit}
   */
  void addWords(TrailTable table, long id, String digest, String reason, String by, Instant now) {
    add(table, id, id, digest, null, reason, by, now);
  }

  /** Writes down that rows are removed now, which are older than a moment. */
  void addRemoved(TrailTable table, long firstId, long lastId, Instant olderThan, String reason, String by,
      Instant now) {
    add(table, firstId, lastId, null, olderThan, reason, by, now);
  }

  private void add(TrailTable table, long firstId, long lastId, @Nullable String digest, @Nullable Instant olderThan,
      String reason, String by, Instant now) {
    jdbc.sql("""
        insert into trail_erasure (table_name, first_id, last_id, digest_after, older_than, reason, erased_by, at)
        values (:table, :first, :last, :digest, :older, :reason, :by, :at)
        """).param("table", table.tableName()).param("first", firstId).param("last", lastId)
        .param("digest", digest).param("older", utcOrNull(olderThan)).param("reason", reason).param("by", by)
        .param("at", utc(now)).update();
  }

  /**
   * Whether a rule removed this row.
   *
   * @param newest the latest time that the rows of its seal tell
   */
  boolean wasRemoved(RetentionRule rule, long id, Instant newest) {
    return jdbc.sql("""
        select count(*) from trail_erasure
         where table_name = :table and first_id <= :id and last_id >= :id and digest_after is null
           and older_than < at and (:each or older_than > :newest)
        """).param("table", rule.table().tableName()).param("id", id).param("each", !rule.isOfWholeSeals())
        .param("newest", utc(newest)).query(Long.class).single() > 0;
  }

  /** Whether a rule erased words of this row, and left it as it is now. */
  boolean wasLeftAs(TrailTable table, long id, String digest) {
    return jdbc.sql("""
        select count(*) from trail_erasure
         where table_name = :table and first_id = :id and last_id = :id and digest_after = :digest
        """).param("table", table.tableName()).param("id", id).param("digest", digest).query(Long.class).single() > 0;
  }
}
