package io.remit.audit.seal;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows up to which id a table has all its rows. Ids are given before they are committed, and out of order: a
 * transaction that lasts may still add a row below the newest. It is waited for: whoever adds rows has a lock on the
 * table from before it gets an id until what it added is seen, so once all who had one when an id was seen have gone,
 * nothing more comes below it. Nobody waits for this, and it waits for nobody: it looks, and looks again later.
 */
@Component
class SettledRows {

  private static final String WRITERS_ON_POSTGRESQL = """
      select distinct virtualtransaction from pg_locks
       where locktype = 'relation' and relation = to_regclass(:table) and mode = 'RowExclusiveLock'
         and database = (select oid from pg_database where datname = current_database())
         and pid <> pg_backend_pid()
      """;
  private static final String WRITERS_ON_H2 = """
      select distinct cast(session_id as varchar(20)) from information_schema.locks
       where lower(table_name) = :table and session_id <> session_id()
      """;

  private final TrailRows rows;
  private final JdbcClient jdbc;
  private final boolean postgres;
  private final Map<TrailTable, Look> before = new ConcurrentHashMap<>();

  SettledRows(TrailRows rows, DataSource database) {
    this.rows = rows;
    this.jdbc = JdbcClient.create(database);
    this.postgres = isPostgres(database);
  }

  static boolean isPostgres(DataSource database) {
    return Boolean.TRUE.equals(new JdbcTemplate(database).execute((ConnectionCallback<Boolean>) connection ->
        connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
  }

  /** @param writers who could still add a row below the newest id */
  private record Look(long newest, Set<String> writers) {
  }

  /** The id up to which nothing more is added; 0 if that is not known yet. */
  long upTo(TrailTable table) {
    long newest = rows.newest(table);
    Look now = new Look(newest, writersOf(table));
    // H2 gives the id a moment before it takes the lock: there a second look decides
    if (postgres && now.writers().isEmpty()) {
      before.remove(table);
      return newest;
    }
    Look earlier = before.putIfAbsent(table, now);
    if (earlier == null || !Collections.disjoint(earlier.writers(), now.writers())) {
      return 0;
    }
    before.put(table, now);
    return earlier.newest();
  }

  private Set<String> writersOf(TrailTable table) {
    return new HashSet<>(jdbc.sql(postgres ? WRITERS_ON_POSTGRESQL : WRITERS_ON_H2).param("table", table.tableName())
        .query(String.class).list());
  }
}
