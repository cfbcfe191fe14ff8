package io.remit.dataset;

import static io.remit.sql.Moments.utc;

import io.remit.trial.RunningDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads what is exported, as it was at one moment: one transaction, which may not write. */
final class ExportRows implements AutoCloseable {

  private static final int AT_ONCE = 2_000;

  private final Connection database;
  private final JdbcClient jdbc;

  private ExportRows(Connection database) {
    this.database = database;
    JdbcTemplate streaming = new JdbcTemplate(new SingleConnectionDataSource(database, true));
    streaming.setFetchSize(AT_ONCE);
    this.jdbc = JdbcClient.create(streaming);
  }

  /** @param database with which nothing was done yet; it stays open */
  static ExportRows of(Connection database) throws SQLException {
    RunningDatabase.readAtOneMoment(database);
    return new ExportRows(database);
  }

  /** The last day whose snapshot is whole; empty if there is none yet. */
  Optional<LocalDate> lastDay() {
    return jdbc.sql("""
        select business_day from snapshot_day where finished_at is not null order by business_day desc limit 1
        """).query(LocalDate.class).optional();
  }

  /** The first day of which there is anything; empty if there is nothing. */
  Optional<LocalDate> firstDay(ZoneId zone) {
    Stream<LocalDate> snapshots = jdbc.sql("select business_day from account_day order by business_day limit 1")
        .query(LocalDate.class).stream();
    Stream<LocalDate> others = Stream.of("select booked_at from ledger_entry order by booked_at limit 1",
        "select planned_at from contact_attempt order by planned_at limit 1")
        .flatMap(first -> jdbc.sql(first).query(OffsetDateTime.class).stream())
        .map(moment -> LocalDate.ofInstant(moment.toInstant(), zone));
    return Stream.concat(snapshots, others).min(LocalDate::compareTo);
  }

  /** Gives the rows of a table from a day to another, as they come, in the order of its SQL. */
  void read(ExportedTable table, LocalDate from, LocalDate to, ZoneId zone, RowCallbackHandler row) {
    Instant begins = from.atStartOfDay(zone).toInstant();
    Instant ends = to.plusDays(1).atStartOfDay(zone).toInstant();
    jdbc.sql(table.sql()).param("from", from).param("to", to).param("begins", utc(begins)).param("ends", utc(ends))
        .query(row);
  }

  @Override
  public void close() throws SQLException {
    database.rollback();
  }
}
