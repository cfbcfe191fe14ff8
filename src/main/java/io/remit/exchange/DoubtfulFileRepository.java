package io.remit.exchange;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.exchange.Delivered.Way;
import io.remit.exchange.DoubtfulFile.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files in doubt. */
@Repository
class DoubtfulFileRepository {

  private static final int MOST = 1000;

  private final JdbcClient jdbc;

  DoubtfulFileRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The file of this name, if it is in doubt or was. */
  Optional<DoubtfulFile> find(String correspondent, String fileName) {
    return jdbc.sql("select * from file_in_doubt where correspondent = :correspondent and file_name = :name")
        .param("correspondent", correspondent).param("name", fileName).query(DoubtfulFileRepository::read).optional();
  }

  /** The same by its number, and nobody else decides until the transaction ends. */
  Optional<DoubtfulFile> lock(long id) {
    return jdbc.sql("select * from file_in_doubt where file_in_doubt_id = :id for update").param("id", id)
        .query(DoubtfulFileRepository::read).optional();
  }

  /** Those that wait, the oldest first. */
  List<DoubtfulFile> waiting() {
    return jdbc.sql("select * from file_in_doubt where outcome is null order by file_in_doubt_id limit :most")
        .param("most", MOST).query(DoubtfulFileRepository::read).list();
  }

  void insert(String correspondent, String fileName, Way way, long bytes, String sha256, boolean anotherThere,
      Instant now) {
    jdbc.sql("""
        insert into file_in_doubt (correspondent, file_name, way, bytes, sha256, another_there, noted_at)
        values (:correspondent, :name, :way, :bytes, :sha256, :another, :at)
        """).param("correspondent", correspondent).param("name", fileName).param("way", way.name())
        .param("bytes", bytes).param("sha256", sha256).param("another", anotherThere).param("at", utc(now)).update();
  }

  void decided(long id, Outcome outcome, String by, Instant now) {
    jdbc.sql("""
        update file_in_doubt set outcome = :outcome, decided_by = :by, decided_at = :at where file_in_doubt_id = :id
        """).param("outcome", outcome.name()).param("by", by).param("at", utc(now)).param("id", id).update();
  }

  private static DoubtfulFile read(ResultSet row, int number) throws SQLException {
    String outcome = row.getString("outcome");
    return new DoubtfulFile(row.getLong("file_in_doubt_id"), row.getString("correspondent"),
        row.getString("file_name"), Way.valueOf(row.getString("way")), row.getLong("bytes"), row.getString("sha256"),
        row.getBoolean("another_there"), instant(row, "noted_at"), outcome == null ? null : Outcome.valueOf(outcome));
  }
}
