package io.remit.privacy;

import io.remit.audit.seal.TrailErasure;
import io.remit.audit.seal.TrailTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes a debtor out of all tables, as the inventory says of each column. Amounts, days and states stay, under
 * pseudonyms, so that ledger and figures are as before. It is the one class that writes tables of others: an erasure
 * that each owner of a table does for itself is one in which some day a table is forgotten.
 */
@Repository
class RowEraser {

  /** Both are named by keys of other tables: their rows are copied under the new names, and the old ones go last. */
  private static final List<String> NAMED_BY_OTHERS = List.of("debtor", "account");

  private final JdbcClient jdbc;
  private final Inventory inventory;
  private final HeldRows rows;
  private final TrailErasure trail;

  RowEraser(JdbcClient jdbc, Inventory inventory, HeldRows rows, TrailErasure trail) {
    this.jdbc = jdbc;
    this.inventory = inventory;
    this.rows = rows;
    this.trail = trail;
  }

  /**
   * Erases a debtor; within a transaction. Rows of the trail are changed by nobody but {@link TrailErasure}, which
   * writes down how they are left: their seals stay good.
   *
   * @param names what stands for the debtor and the accounts from now on
   * @param by user id, or {@code remit}
   */
  void erase(DebtorKeys keys, Pseudonyms names, String by) {
    Map<TrailTable, List<Long>> sealed = trailRowsOf(keys);
    copy("debtor", "debtor_id", keys.debtorId(), names.debtor(), "debtor_id", names.debtor());
    names.accounts().forEach((account, pseudonym) ->
        copy("account", "account_number", account, pseudonym, "debtor_id", names.debtor()));
    leaveThePerson(keys.debtorId());
    Map<String, String> renamed = renamed(keys);
    List<HeldTable> tables = inventory.tablesAboutDebtors().stream()
        .filter(table -> !NAMED_BY_OTHERS.contains(table.name()))
        .sorted(Comparator.comparingInt(rows::distance).reversed().thenComparing(HeldTable::name)).toList();
    tables.stream().filter(HeldTable::rowsStay).forEach(table -> {
      Optional<TrailTable> ofTrail = TrailTable.named(table.name());
      ofTrail.ifPresent(each -> trail.eraseWords(each, sealed.getOrDefault(each, List.of())));
      emptyColumns(table, keys, ofTrail);
    });
    tables.stream().filter(table -> !table.rowsStay()).forEach(table -> jdbc
        .sql("delete from " + table.name() + " where " + rows.condition(table))
        .params(HeldDataRepository.parameters(keys)).update());
    tables.stream().filter(HeldTable::rowsStay).forEach(table -> giveNames(table, keys, names, renamed));
    names.accounts().keySet().forEach(account -> jdbc.sql("delete from account where account_number = :account")
        .param("account", account).update());
    jdbc.sql("delete from debtor where debtor_id = :debtor").param("debtor", keys.debtorId()).update();
    sealed.forEach((table, ids) -> trail.erased(table, ids, "a debtor was erased", by));
  }

  /** The rows of the trail that are about the debtor. */
  private Map<TrailTable, List<Long>> trailRowsOf(DebtorKeys keys) {
    Map<TrailTable, List<Long>> found = new EnumMap<>(TrailTable.class);
    inventory.tablesAboutDebtors().stream().filter(HeldTable::rowsStay)
        .forEach(table -> TrailTable.named(table.name()).filter(TrailTable::canBeErased).ifPresent(each ->
            found.put(each, jdbc.sql("select " + each.idColumn() + " from " + table.name() + " where "
                + rows.condition(table) + " order by 1").params(HeldDataRepository.parameters(keys))
                .query(Long.class).list())));
    return found;
  }

  /** The same row once more under another name, and of what is held in it no more than stays. */
  private void copy(String tableName, String key, String name, String pseudonym, String owner, String debtor) {
    List<HeldColumn> columns = inventory.table(tableName).columns();
    String values = columns.stream().map(column -> {
      if (column.name().equals(key)) {
        return "cast(:pseudonym as varchar(64))";
      }
      if (column.name().equals(owner)) {
        return "cast(:owner as varchar(64))";
      }
      return switch (column.onErasure()) {
        case CLEAR -> "null";
        case BLANK -> "''";
        default -> column.name();
      };
    }).collect(Collectors.joining(", "));
    jdbc.sql("insert into " + tableName + " ("
        + columns.stream().map(HeldColumn::name).collect(Collectors.joining(", ")) + ") select " + values + " from "
        + tableName + " where " + key + " = :name").param("pseudonym", pseudonym).param("owner", debtor)
        .param("name", name).update();
  }

  /** The other ids of the same person stay one person. */
  private void leaveThePerson(String debtorId) {
    jdbc.sql("""
        update debtor_person
           set person_id = (select min(o.debtor_id) from debtor_person o
                             where o.person_id = :debtor and o.debtor_id <> :debtor)
         where person_id = :debtor and debtor_id <> :debtor
        """).param("debtor", debtorId).update();
  }

  private void emptyColumns(HeldTable table, DebtorKeys keys, Optional<TrailTable> ofTrail) {
    List<HeldColumn> its = table.columns().stream()
        .filter(column -> ofTrail.isEmpty() || ofTrail.get().unsealedColumns().contains(column.name())).toList();
    List<String> emptied = new ArrayList<>();
    its.forEach(column -> {
      switch (column.onErasure()) {
        case CLEAR -> emptied.add(column.name() + " = null");
        case BLANK -> emptied.add(column.name() + " = ''");
        case NUMBERED -> emptied.add(column.name() + " = 'erased-' || cast(" + table.columns().get(0).name()
            + " as varchar(20))");
        default -> { }
      }
    });
    if (!emptied.isEmpty()) {
      jdbc.sql("update " + table.name() + " set " + String.join(", ", emptied) + " where " + rows.condition(table))
          .params(HeldDataRepository.parameters(keys)).update();
    }
    its.stream().filter(column -> column.onErasure() == HeldColumn.OnErasure.REPLACE)
        .forEach(column -> keys.names().forEach(name -> jdbc.sql("update " + table.name() + " set "
            + column.name() + " = replace(" + column.name() + ", :name, '*') where (" + rows.condition(table)
            + ") and position(:name in " + column.name() + ") > 0")
            .params(HeldDataRepository.parameters(keys)).param("name", name).update()));
  }

  private void giveNames(HeldTable table, DebtorKeys keys, Pseudonyms names, Map<String, String> renamed) {
    table.columns().forEach(column -> {
      switch (column.onErasure()) {
        case DEBTOR -> rename(table, column, keys.debtorId(), names.debtor());
        case ACCOUNT -> names.accounts().forEach((account, name) -> rename(table, column, account, name));
        case RENAME -> renamed.forEach((reference, name) -> rename(table, column, reference, name));
        default -> { }
      }
    });
  }

  private void rename(HeldTable table, HeldColumn column, String name, String pseudonym) {
    Optional<TrailTable> ofTrail = TrailTable.named(table.name());
    if (ofTrail.isPresent()) {
      trail.rename(ofTrail.get(), column.name(), name, pseudonym);
      return;
    }
    jdbc.sql("update " + table.name() + " set " + column.name() + " = :pseudonym where " + column.name() + " = :name")
        .param("pseudonym", pseudonym).param("name", name).update();
  }

  /** New names for references of the ledger that tell whose they are. */
  private Map<String, String> renamed(DebtorKeys keys) {
    Map<String, String> renamed = new HashMap<>();
    List<String> references = jdbc.sql("""
        select reference from ledger_entry where account_number in (:accounts) and reference is not null
        union select reverses from ledger_entry where account_number in (:accounts) and reverses is not null
        """).param("accounts", HeldDataRepository.parameters(keys).get("accounts")).query(String.class).list();
    references.stream().filter(reference -> keys.names().stream().anyMatch(reference::contains))
        .forEach(reference -> renamed.put(reference, Pseudonyms.next()));
    return renamed;
  }
}
