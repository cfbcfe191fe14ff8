package io.remit.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of one debtor in each table that can have one, with something of the debtor in each column that the inventory
 * says has: what the tables have is read from the database, so a new one is filled, too.
 */
final class FilledTables {

  private final JdbcClient jdbc;
  private final Inventory inventory;
  private final Map<String, Object> keys = new HashMap<>();
  private final Set<String> made = new HashSet<>();
  private final String tells;
  private final Map<String, List<Column>> columns;
  private final Map<String, Set<String>> references;

  /** @param tells a text that tells who the debtor is */
  FilledTables(JdbcClient jdbc, Inventory inventory, String debtorId, String accountNumber, String caseNumber,
      String tells) {
    this.jdbc = jdbc;
    this.inventory = inventory;
    this.tells = tells;
    this.columns = columnsOfAll(jdbc);
    this.references = referencesOfAll(jdbc);
    keys.put("debtor_id", debtorId);
    keys.put("account_number", accountNumber);
    keys.put("case_number", caseNumber);
    keys.put("matter", caseNumber + "-H1");
    keys.put("person_id", debtorId);
  }

  /** A column as the database has it. */
  private record Column(String name, String type, boolean nullable, boolean made, int length) {
  }

  /** Fills them all; tables that others refer to come first. */
  void fill() {
    inventory.tablesAboutDebtors().forEach(table -> fill(table.name()));
  }

  private void fill(String table) {
    if (!made.add(table)) {
      return;
    }
    HeldTable held = inventory.table(table);
    if (!held.isAboutDebtors() && jdbc.sql("select count(*) from " + table).query(Integer.class).single() > 0) {
      rememberKey(table);
      return;
    }
    references(table).forEach(this::fill);
    Map<String, Object> values = new HashMap<>();
    columns(table).stream().filter(column -> !column.made()).forEach(column -> {
      Object value = value(held, column);
      if (value != null) {
        values.put(column.name(), value);
      }
    });
    List<String> names = new ArrayList<>(values.keySet());
    String inserted = "insert into " + table + " (" + String.join(", ", names) + ") values ("
        + names.stream().map(name -> ":" + name).collect(Collectors.joining(", ")) + ")";
    if (names.isEmpty()) {
      inserted = "insert into " + table + " default values";
    }
    jdbc.sql(inserted).params(values).update();
    rememberKey(table);
  }

  /** Rows of other tables refer to it. */
  private void rememberKey(String table) {
    columns(table).stream().filter(Column::made).findFirst().ifPresent(key -> keys.put(key.name(),
        jdbc.sql("select max(" + key.name() + ") from " + table).query(Long.class).single()));
  }

  private Object value(HeldTable held, Column column) {
    String name = column.name();
    HeldColumn known = held.columns().stream().filter(each -> each.name().equals(name)).findFirst()
        .orElse(new HeldColumn(name, HeldColumn.Content.TECHNICAL, HeldColumn.OnErasure.KEEP, ""));
    boolean isText = column.type().startsWith("character");
    if (held.name().equals("bank_movement") && name.equals("reference")) {
      return "B-1";
    }
    if (held.name().equals("ledger_entry") && name.equals("reference")) {
      // A payment of the bank's in two parts; and one that a creditor named after the account comes beside it.
      return "B-1/1";
    }
    if (name.equals("reverses")) {
      return "PAID-" + keys.get("account_number");
    }
    if (held.name().equals("unidentified_payment") && name.equals("reference")) {
      return "B-1";
    }
    if (held.name().equals("printed_letter") && name.equals("reference")) {
      return keys.get("case_number") + "-17";
    }
    if (held.name().equals("news")) {
      return name.equals("kind") ? "DEBTOR" : name.equals("subject") ? keys.get("debtor_id") : other(column);
    }
    if (held.name().equals("statement_difference") && name.equals("reference")) {
      return "OWN-1";
    }
    if (name.equals("match_number")) {
      return "778812345";
    }
    if (keys.containsKey(name) && !name.equals("reference")) {
      return keys.get(name);
    }
    if (isText && (known.onErasure() != HeldColumn.OnErasure.KEEP || (!held.rowsStay()
        && Set.of(HeldColumn.Content.TEXT, HeldColumn.Content.WAY, HeldColumn.Content.THIRD_PERSON)
        .contains(known.content())))) {
      return tells.substring(0, Math.min(tells.length(), column.length()));
    }
    if (column.nullable() && known.onErasure() == HeldColumn.OnErasure.KEEP) {
      return null;
    }
    return other(column);
  }

  private static Object other(Column column) {
    return switch (column.type().split(" ")[0]) {
      case "character" -> "X";
      case "boolean" -> false;
      case "date" -> java.time.LocalDate.of(2020, 1, 1);
      case "time" -> java.time.LocalTime.of(9, 0);
      case "timestamp" -> java.time.OffsetDateTime.parse("2020-01-01T09:00:00Z");
      default -> 1;
    };
  }

  private List<Column> columns(String table) {
    return columns.getOrDefault(table.toLowerCase(Locale.ROOT), List.of());
  }

  private static Map<String, List<Column>> columnsOfAll(JdbcClient jdbc) {
    Map<String, List<Column>> columns = new HashMap<>();
    jdbc.sql("""
        select lower(table_name), lower(column_name), lower(data_type), is_nullable, is_identity,
               coalesce(character_maximum_length, 0)
          from information_schema.columns where lower(table_schema) = 'public' order by ordinal_position
        """).query(row -> {
          columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>()).add(new Column(row.getString(2),
              row.getString(3), row.getString(4).equals("YES"), row.getString(5).equals("YES"), row.getInt(6)));
        });
    return columns;
  }

  /** The tables to which a table refers. */
  private Set<String> references(String table) {
    return references.getOrDefault(table.toLowerCase(Locale.ROOT), Set.of());
  }

  /** Joined here: PostgreSQL takes minutes to join these views. */
  private static Map<String, Set<String>> referencesOfAll(JdbcClient jdbc) {
    Map<String, String> tables = new HashMap<>();
    jdbc.sql("select constraint_name, lower(table_name) from information_schema.table_constraints")
        .query(row -> {
          tables.put(row.getString(1), row.getString(2));
        });
    Map<String, Set<String>> references = new HashMap<>();
    jdbc.sql("select constraint_name, unique_constraint_name from information_schema.referential_constraints")
        .query(row -> {
          String table = tables.get(row.getString(1));
          String other = tables.get(row.getString(2));
          if (!other.equals(table)) {
            references.computeIfAbsent(table, any -> new TreeSet<>()).add(other);
          }
        });
    return references;
  }
}
