package io.remit.payment;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers of accounts, debtors and cases, as they are looked up by their digits. */
@Repository
class KnownNumbers {

  /** More are an accident: short numbers that many accounts share but for their letters. */
  private static final int MOST = 1000;
  private static final int LONG_ENOUGH = 6;

  private final JdbcClient jdbc;

  KnownNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose number it is. */
  enum Kind {
    ACCOUNT, DEBTOR, CASE
  }

  /** A number that we gave, and the debtor whom it concerns. */
  record KnownNumber(Kind kind, String number, String debtorId) {
  }

  /**
   * @param keys as {@link io.remit.ledger.MatchNumber#key} writes them
   * @return all that are kept under these keys; where they are very many, those under the long keys
   */
  List<KnownNumber> find(Collection<String> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    List<KnownNumber> found = upTo(MOST + 1, keys);
    return found.size() <= MOST ? found
        : upTo(MOST, keys.stream().filter(key -> key.length() >= LONG_ENOUGH).toList());
  }

  private List<KnownNumber> upTo(int most, Collection<String> keys) {
    return jdbc.sql("""
        select 'ACCOUNT' as kind, account_number as number, debtor_id from account where match_number = any(:keys)
        union all
        select 'DEBTOR', debtor_id, debtor_id from debtor where match_number = any(:keys)
        union all
        select 'CASE', case_number, debtor_id from collection_case where case_number = any(:cases)
        limit :most
        """).param("keys", keys.toArray(String[]::new)).param("most", most)
        .param("cases", keys.stream().map(key -> "C" + key).toArray(String[]::new))
        .query((row, number) -> new KnownNumber(Kind.valueOf(row.getString("kind")), row.getString("number"),
            row.getString("debtor_id"))).list();
  }
}
