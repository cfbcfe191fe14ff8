package io.remit.payment;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers of accounts, debtors and cases, as they are looked up by their digits. */
@Repository
class KnownNumbers {

  /** Of each kind; the longest first, which are the fewest by chance. */
  private static final int MOST = 300;

  private final JdbcClient jdbc;

  KnownNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose number it is. */
  enum Kind {
    ACCOUNT, DEBTOR, CASE
  }

  /**
   * A number that we gave.
   *
   * @param debtorName of the debtor whom it concerns
   */
  record KnownNumber(Kind kind, String number, String debtorId, String debtorName) {
  }

  /** @param keys as {@link io.remit.ledger.MatchNumber#key} writes them */
  List<KnownNumber> find(Collection<String> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("""
        (select 'ACCOUNT' as kind, a.account_number as number, d.debtor_id, d.name
           from account a join debtor d on d.debtor_id = a.debtor_id
          where a.match_number = any(:keys) order by length(a.match_number) desc, a.account_number limit :most)
        union all
        (select 'DEBTOR', d.debtor_id, d.debtor_id, d.name
           from debtor d where d.match_number = any(:keys) order by length(d.match_number) desc, d.debtor_id limit :most)
        union all
        (select 'CASE', c.case_number, d.debtor_id, d.name
           from collection_case c join debtor d on d.debtor_id = c.debtor_id
          where c.case_number = any(:cases) order by c.case_number limit :most)
        """).param("keys", keys.toArray(String[]::new)).param("most", MOST)
        .param("cases", keys.stream().map(key -> "C" + key).toArray(String[]::new))
        .query((row, number) -> new KnownNumber(Kind.valueOf(row.getString("kind")), row.getString("number"),
            row.getString("debtor_id"), row.getString("name"))).list();
  }
}
