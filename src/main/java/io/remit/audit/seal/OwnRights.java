package io.remit.audit.seal;

import static io.remit.sql.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Changes rows of the trail as rules ask for it. Where the role by which Remit runs may not change them itself, it asks
 * functions of the owner of the tables, which do that and nothing else.
 */
@Component
class OwnRights {

  private final JdbcClient jdbc;
  private final boolean postgres;

  OwnRights(JdbcClient jdbc, DataSource database) {
    this.jdbc = jdbc;
    this.postgres = SettledRows.isPostgres(database);
  }

  /** Whether this role may change and remove rows of the trail itself. */
  boolean mayChangeTheTrail() {
    return !postgres || jdbc.sql("select has_table_privilege('case_event', 'delete')").query(Boolean.class).single();
  }

  /** Sets the words of rows as their table says; a table that has no words to erase cannot be asked. */
  void eraseWords(TrailTable table, Collection<Long> ids) {
    String erasing = table.erasing().orElseThrow(
        () -> new IllegalArgumentException(table.tableName() + " has no words that can be erased"));
    if (mayChangeTheTrail()) {
      String statement =
          "update " + table.tableName() + " set " + erasing + " where " + table.idColumn() + " = :id";
      ids.forEach(id -> jdbc.sql(statement).param("id", id).update());
    } else {
      ids.forEach(id -> jdbc.sql("select trail_erase(:table, :id)").param("table", table.tableName())
          .param("id", id).query(Long.class).single());
    }
  }

  /** Puts a pseudonym wherever a column that names debtors has a name. */
  void rename(TrailTable table, String column, String name, String pseudonym) {
    if (!table.namingColumns().contains(column)) {
      throw new IllegalArgumentException(table.tableName() + "." + column + " names no debtor");
    }
    if (mayChangeTheTrail()) {
      jdbc.sql("update " + table.tableName() + " set " + column + " = :pseudonym where " + column + " = :name")
          .param("pseudonym", pseudonym).param("name", name).update();
    } else {
      jdbc.sql("select trail_rename(:table, :column, :name, :pseudonym)").param("table", table.tableName())
          .param("column", column).param("name", name).param("pseudonym", pseudonym).query(Long.class).single();
    }
  }

  /**
   * Removes rows whose time is over.
   *
   * @param rule which rows those are, of ids between the two
   * @return how many were removed
   */
  long remove(RetentionRule rule, long firstId, long lastId, Instant before) {
    if (mayChangeTheTrail()) {
      return jdbc.sql(rule.delete()).param("first", firstId).param("last", lastId)
          .param("before", utc(before)).update();
    }
    return jdbc.sql("select trail_remove(:table, :first, :last)").param("table", rule.name().toLowerCase(Locale.ROOT))
        .param("first", firstId).param("last", lastId).query(Long.class).single();
  }
}
