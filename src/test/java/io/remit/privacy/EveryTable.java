package io.remit.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in each column of each table of a database, the engine's too, in text as in bytes. */
public final class EveryTable {

  private EveryTable() {
  }

  /** The places, as {@code table.column}, in which one of some words stands, whatever its letters' case. */
  public static List<String> with(JdbcClient jdbc, List<String> words) {
    List<String> wanted = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    List<String> found = new ArrayList<>();
    tables(jdbc).forEach(table -> jdbc.sql("select * from " + table).query().listOfRows()
        .forEach(row -> row.forEach((column, value) -> wanted.stream()
            .filter(word -> text(value).toLowerCase(Locale.ROOT).contains(word))
            .forEach(word -> found.add(table + "." + column + ": " + word)))));
    return found;
  }

  /** How many tables there are. */
  public static List<String> tables(JdbcClient jdbc) {
    return jdbc.sql("""
        select table_name from information_schema.tables
         where lower(table_schema) = 'public' and table_name <> 'flyway_schema_history'
           and table_type in ('BASE TABLE', 'TABLE') order by 1
        """).query(String.class).list();
  }

  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8) + new String(bytes, StandardCharsets.UTF_16BE);
    }
    if (value instanceof java.sql.Clob clob) {
      try {
        return clob.getSubString(1, (int) clob.length());
      } catch (java.sql.SQLException unreadable) {
        throw new IllegalStateException(unreadable);
      }
    }
    return String.valueOf(value instanceof Object[] several ? Arrays.toString(several) : value);
  }

  /** Amounts of the ledger and of the accounts, as figures add them up. */
  public static Map<String, Object> sums(JdbcClient jdbc) {
    return jdbc.sql("""
        select (select count(*) from ledger_entry) as entries, (select sum(amount) from ledger_entry) as booked,
               (select sum(outstanding_amount) from account) as owed, (select count(*) from account) as accounts,
               (select count(*) from collection_case) as cases, (select sum(amount) from promise) as promised,
               (select count(*) from contact_attempt) as contacts, (select sum(overdue) from account_day) as days,
               (select count(*) from case_event) as events, (select sum(amount) from bank_movement) as banked
        """).query().singleRow();
  }
}
