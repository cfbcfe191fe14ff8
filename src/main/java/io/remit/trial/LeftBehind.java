package io.remit.trial;

import io.remit.cases.MatterKey;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a copy does without, since they are about debtors who do not live in it: all that refer to them, and to
 * what refers to them, by a foreign key or by a column that is called as the key is.
 */
final class LeftBehind {

  private static final String DEBTORS = "debtor.debtor_id";
  private static final String CASES = "collection_case.case_number";
  private static final String PROCESSES = "act_ru_execution.id_";
  /** What rows are about, with or without a foreign key, by the name of the column; a debtor, by its own key. */
  private static final Map<String, String> BY_NAME = Map.of("debtor_id", DEBTORS, "case_number", CASES,
      "account_number", "account.account_number", "process_instance_id_", PROCESSES);
  /** Each process below another with what that one is about. */
  private static final String PROCESS_KEYS = """
      select e.id_, coalesce(e.business_key_, r.business_key_)
        from act_ru_execution e left join act_ru_execution r on r.id_ = e.root_proc_inst_id_
       where e.parent_id_ is null
      """;

  private final boolean nobody;
  private final Map<String, List<Reference>> references = new HashMap<>();
  private final Set<String> referredTo = new HashSet<>();
  private final Map<String, Set<String>> keys = new HashMap<>();

  /** @param to the key that is referred to, as {@code table.column} */
  private record Reference(String column, String to) {

    private String table() {
      return to.substring(0, to.indexOf('.'));
    }
  }

  /**
   * @param debtors who do not live
   * @param model a database that still has its foreign keys
   * @param columns of each table, by their names
   */
  LeftBehind(Set<String> debtors, Connection model, Map<String, ? extends Collection<String>> columns)
      throws SQLException {
    nobody = debtors.isEmpty();
    keys.put(DEBTORS, new HashSet<>(debtors));
    for (Map.Entry<String, ? extends Collection<String>> table : columns.entrySet()) {
      List<Reference> its = foreignKeys(model, table.getKey());
      BY_NAME.forEach((column, to) -> {
        if (table.getValue().contains(column)) {
          its.add(new Reference(column, to));
        }
      });
      if (table.getKey().equals("news")) {
        its.add(new Reference("subject", DEBTORS));
        its.add(new Reference("subject", CASES));
      } else if (table.getKey().equals("act_ru_execution")) {
        its.add(new Reference("business_key_", CASES));
      }
      references.put(table.getKey(), its);
      its.forEach(reference -> referredTo.add(reference.to()));
    }
  }

  private static List<Reference> foreignKeys(Connection model, String table) throws SQLException {
    DatabaseMetaData about = model.getMetaData();
    List<Reference> found = new ArrayList<>();
    try (ResultSet rows = about.getImportedKeys(model.getCatalog(), model.getSchema(),
        DatabaseCopy.cased(model, table))) {
      while (rows.next()) {
        found.add(new Reference(rows.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT),
            (rows.getString("PKTABLE_NAME") + "." + rows.getString("PKCOLUMN_NAME")).toLowerCase(Locale.ROOT)));
      }
    }
    return found;
  }

  /** The tables in an order in which each comes behind those to which it refers. */
  Collection<String> ordered(Collection<String> tables) {
    Set<String> ordered = new LinkedHashSet<>();
    tables.forEach(table -> add(table, ordered, new HashSet<>()));
    ordered.retainAll(tables);
    return ordered;
  }

  private void add(String table, Set<String> ordered, Set<String> underWay) {
    if (!ordered.contains(table) && underWay.add(table)) {
      references.getOrDefault(table, List.of()).forEach(reference -> add(reference.table(), ordered, underWay));
      ordered.add(table);
    }
  }

  /** To be called before the rows of a table are asked about. */
  void begin(String table, Connection running) throws SQLException {
    if (table.equals("act_ru_execution") && keys.containsKey(CASES)) {
      try (Statement statement = running.createStatement(); ResultSet rows = statement.executeQuery(PROCESS_KEYS)) {
        while (rows.next()) {
          String key = rows.getString(2);
          if (key != null && keys.get(CASES).contains(MatterKey.caseNumberIn(key))) {
            keys.computeIfAbsent(PROCESSES, first -> new HashSet<>()).add(rows.getString(1));
          }
        }
      }
    }
  }

  /** Whether the row that was read is left behind; what refers to it is, from then on. */
  boolean has(String table, ResultSet row) throws SQLException {
    if (nobody || !refersToWhatIsLeft(table, row)) {
      return false;
    }
    for (String key : referredTo) {
      if (key.startsWith(table + ".")) {
        String value = row.getString(key.substring(table.length() + 1));
        if (value != null) {
          keys.computeIfAbsent(key, first -> new HashSet<>()).add(value);
        }
      }
    }
    return true;
  }

  private boolean refersToWhatIsLeft(String table, ResultSet row) throws SQLException {
    for (Reference reference : references.getOrDefault(table, List.of())) {
      if (contains(reference.to(), row.getString(reference.column()))) {
        return true;
      }
    }
    return false;
  }

  private boolean contains(String key, @Nullable String value) {
    Set<String> left = keys.getOrDefault(key, Set.of());
    return value != null && (left.contains(value) || key.equals(CASES) && left.contains(MatterKey.caseNumberIn(value)));
  }
}
