package io.remit.audit.seal;

import io.remit.clock.TestClock;
import io.remit.database.PostgresDatabase;
import io.remit.database.RemitTables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.KeyHolder;

/** A database with Remit's tables, in which foreign keys are not looked at, and all that seals and verifies there. */
final class SealedTrail implements AutoCloseable {

  final TestClock clock = TestClock.at("2026-03-02T08:00:00Z");
  final String url;
  final DataSource dataSource;
  final JdbcClient jdbc;
  final TrailRows rows;
  final SealRepository seals;
  final Verification verification;
  private final TrailErasure erasure;
  final TrailRetention retention;
  final TrailExport export;

  /** Another one for each test: it remembers what it saw. */
  Sealer sealer;

  private final boolean postgres;
  private int made;
  private final AutoCloseable closing;

  enum Database { H2, POSTGRESQL }

  SealedTrail(Database database) {
    postgres = database == Database.POSTGRESQL;
    if (postgres) {
      PostgresDatabase server = PostgresDatabase.create();
      url = server.url();
      dataSource = DataSourceBuilder.create().url(server.url() + "&options=-c%20session_replication_role=replica")
          .username(server.user()).build();
      closing = () -> {
        ((AutoCloseable) dataSource).close();
        server.close();
      };
    } else {
      url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
      JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
      dataSource = pool;
      closing = pool::dispose;
    }
    RemitTables.makeIn(dataSource);
    jdbc = JdbcClient.create(dataSource);
    if (!postgres) {
      jdbc.sql("set referential_integrity false").update();
    }
    JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    rows = new TrailRows(jdbc);
    seals = new SealRepository(jdbc);
    sealer = newSealer();
    TrailErasureRepository erasures = new TrailErasureRepository(jdbc);
    OwnRights rights = new OwnRights(jdbc, dataSource);
    verification = new Verification(seals, rows, erasures);
    erasure = new TrailErasure(rights, rows, erasures, clock);
    retention = new TrailRetention(seals, rights, erasures, jdbc, clock, transactions);
    export = new TrailExport(seals, rows);
  }

  /** As another node has one. */
  Sealer newSealer() {
    return new Sealer(new SettledRows(rows, dataSource), rows, seals, clock, new JdbcTransactionManager(dataSource));
  }

  /** Seals all that nobody can add to any more. */
  void seal() {
    sealer.seal();
    sealer.seal();
  }

  /** Erases words as a rule does. */
  void erase(TrailTable table, List<Long> ids) {
    erasure.eraseWords(table, ids);
    erasure.erased(table, ids, "erasure of personal data", "remit");
  }

  List<String> findings() {
    return verification.verify().findings().stream().map(each -> each.table() + " " + each.id() + " " + each.what())
        .toList();
  }

  /** Adds a row with a value in each column, and gives its id. */
  long add(TrailTable table) {
    return add(table, Map.of());
  }

  long add(TrailTable table, Map<String, ?> values) {
    Map<String, Object> all = new TreeMap<>();
    columns(table).forEach((column, type) -> {
      if (!column.equals(table.idColumn())) {
        all.put(column, value(type, column.equals(table.timeColumn())));
      }
    });
    all.putAll(values);
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into " + table.tableName() + " (" + String.join(", ", all.keySet()) + ") values ("
        + all.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", ")) + ")").params(all)
        .update(key, table.idColumn());
    return key.getKey().longValue();
  }

  /** Takes all rows and seals away; ids begin anew. */
  void empty() {
    for (TrailTable table : TrailTable.values()) {
      jdbc.sql("delete from " + table.tableName()).update();
      jdbc.sql("alter table " + table.tableName() + " alter column " + table.idColumn() + " restart with 1").update();
    }
    jdbc.sql("delete from trail_seal").update();
    sealer = newSealer();
    made = 0;
  }

  /** Keeps a copy of a row. */
  void keep(TrailTable table, long id) {
    jdbc.sql("create table kept as select * from " + table.tableName() + where(table, id)).update();
  }

  void delete(TrailTable table, long id) {
    jdbc.sql("delete from " + table.tableName() + where(table, id)).update();
  }

  /** Puts the row that was kept where it was. */
  void bringBack(TrailTable table) {
    jdbc.sql("insert into " + table.tableName() + " select * from kept").update();
    jdbc.sql("drop table kept").update();
  }

  /** Gives a column of a row another value. */
  void change(TrailTable table, String column, long id) {
    String type = columns(table).get(column);
    jdbc.sql("update " + table.tableName() + " set " + column + " = "
        + (type.equals("boolean") ? "not " + column : ":value") + where(table, id))
        .params(type.equals("boolean") ? Map.of() : Map.of("value", value(type, false))).update();
  }

  private static String where(TrailTable table, long id) {
    return " where " + table.idColumn() + " = " + id;
  }

  /** Each column of a table with its type. */
  Map<String, String> columns(TrailTable table) {
    return jdbc.sql("""
        select lower(column_name) as name, lower(data_type) as type from information_schema.columns
         where lower(table_name) = :table and lower(table_schema) = 'public'
        """).param("table", table.tableName()).query((row, number) -> Map.entry(row.getString("name"),
            row.getString("type"))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Another one each time, so that unique ones are. */
  private Object value(String type, boolean now) {
    made++;
    return switch (type) {
      case "bigint", "integer" -> made;
      case "numeric" -> BigDecimal.valueOf(made);
      case "boolean" -> made % 2 == 0;
      case "date" -> LocalDate.of(2026, 1, 1).plusDays(made);
      case "timestamp with time zone" -> clock.instant().atOffset(ZoneOffset.UTC)
          .plusNanos(now ? 0 : made * 1000L);
      case "character varying" -> Integer.toString(made, Character.MAX_RADIX);
      default -> throw new IllegalArgumentException(type);
    };
  }

  @Override
  public void close() {
    try {
      closing.close();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
