package io.remit.audit.seal;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;
import static io.remit.sql.Moments.utcOrNull;

import io.remit.audit.seal.Seal.Head;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain of seals: each is added once. */
@Repository
class SealRepository {

  private static final String SELECT = """
      select seal_number, table_name, after_id, last_id, row_count, newest_at, sealed_at, digests, previous_hash,
             seal_hash from trail_seal
      """;

  private final JdbcClient jdbc;

  SealRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes this transaction the one that seals; false if another one is. */
  boolean claim() {
    return jdbc.sql("select id from trail_lock where id = 1 for update skip locked").query(Integer.class).optional()
        .isPresent();
  }

  Head head() {
    return jdbc.sql("select seal_number, seal_hash from trail_seal order by seal_number desc limit 1")
        .query((row, number) -> new Head(row.getLong("seal_number"), row.getString("seal_hash"))).optional()
        .orElse(Head.START);
  }

  /** Up to which id a table is sealed; 0 if it is not yet. */
  long sealedTo(TrailTable table) {
    return jdbc.sql("select coalesce(max(last_id), 0) from trail_seal where table_name = :table")
        .param("table", table.tableName()).query(Long.class).single();
  }

  void add(Seal seal) {
    jdbc.sql("""
        insert into trail_seal (seal_number, table_name, after_id, last_id, row_count, newest_at, sealed_at, digests,
          previous_hash, seal_hash)
        values (:number, :table, :after, :last, :rows, :newest, :sealed, :digests, :previous, :hash)
        """).param("number", seal.number()).param("table", seal.table()).param("after", seal.after())
        .param("last", seal.last()).param("rows", seal.rows()).param("newest", utcOrNull(seal.newest()))
        .param("sealed", utc(seal.sealedAt())).param("digests", seal.digests()).param("previous", seal.previous())
        .param("hash", seal.hash()).update();
  }

  /** The next seals behind a number, in the order of the chain. */
  List<Seal> after(long number, int most) {
    return jdbc.sql(SELECT + "where seal_number > :number order by seal_number limit :most")
        .param("number", number).param("most", most).query(SealRepository::read).list();
  }

  /** The seals of a table that cover this id or higher ones, by id. */
  List<Seal> startingAt(TrailTable table, long id, int most) {
    return jdbc.sql(SELECT + "where table_name = :table and last_id >= :id order by last_id limit :most")
        .param("table", table.tableName()).param("id", id).param("most", most).query(SealRepository::read).list();
  }

  private static Seal read(ResultSet row, int number) throws SQLException {
    return new Seal(row.getLong("seal_number"), row.getString("table_name"), row.getLong("after_id"),
        row.getLong("last_id"), row.getInt("row_count"), instantOrNull(row, "newest_at"), instant(row, "sealed_at"),
        row.getString("digests"), row.getString("previous_hash"), row.getString("seal_hash"));
  }
}
