package io.remit.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is held of a debtor, from all tables. */
@Repository
class HeldDataRepository {

  /** Stands in a list that has nothing: no key is so. */
  private static final List<String> NONE = List.of("");

  private final JdbcClient jdbc;
  private final HeldRows rows;

  HeldDataRepository(JdbcClient jdbc, HeldRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** By what the rows of a debtor are found now. */
  DebtorKeys keysOf(String debtorId) {
    List<String> cases = jdbc.sql("select case_number from collection_case where debtor_id = :debtor order by 1")
        .param("debtor", debtorId).query(String.class).list();
    List<String> accounts = jdbc.sql("select account_number from account where debtor_id = :debtor order by 1")
        .param("debtor", debtorId).query(String.class).list();
    String name = jdbc.sql("select name from debtor where debtor_id = :debtor").param("debtor", debtorId)
        .query(String.class).single();
    return new DebtorKeys(debtorId, name, cases, accounts);
  }

  /** The rows of a table that are about a debtor, the oldest first where they are numbered. */
  List<Map<String, Object>> of(HeldTable table, DebtorKeys keys) {
    return jdbc.sql("select * from " + table.name() + " where " + rows.condition(table) + " order by 1")
        .params(parameters(keys)).query().listOfRows();
  }

  /** What partners are called, by id. */
  Map<String, String> partnerNames() {
    Map<String, String> names = new HashMap<>();
    jdbc.sql("select partner_id, name from partner").query(
        (RowCallbackHandler) row -> names.put(row.getString("partner_id"), row.getString("name")));
    return names;
  }

  /** The parameters of {@link HeldRows}. */
  static Map<String, Object> parameters(DebtorKeys keys) {
    return Map.of("debtor", keys.debtorId(), "cases", keys.cases().isEmpty() ? NONE : keys.cases(),
        "accounts", keys.accounts().isEmpty() ? NONE : keys.accounts());
  }
}
