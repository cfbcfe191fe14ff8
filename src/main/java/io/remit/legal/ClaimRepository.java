package io.remit.legal;

import io.remit.ledger.Account;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is sued for, account by account. */
@Repository
class ClaimRepository {

  private final JdbcClient jdbc;

  ClaimRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is sued for on one account.
   *
   * @param filed what was owed when the dossier was written, in the currency of the case
   * @param told what is owed of it, as somebody was last asked to tell the court
   */
  record Claim(String accountNumber, BigDecimal filed, BigDecimal told) {
  }

  /** Writes down what the dossier tells; written again it replaces what was there. */
  void file(long filingId, List<Account> accounts) {
    jdbc.sql("delete from court_claim where filing_id = :filing").param("filing", filingId).update();
    accounts.forEach(account -> jdbc.sql("""
        insert into court_claim (filing_id, account_number, filed_amount, amount)
        values (:filing, :account, :amount, :amount)
        """).param("filing", filingId).param("account", account.accountNumber())
        .param("amount", account.outstandingAmount()).update());
  }

  List<Claim> of(long filingId) {
    return jdbc.sql("""
        select account_number, filed_amount, amount from court_claim where filing_id = :filing order by account_number
        """).param("filing", filingId).query((row, number) -> new Claim(row.getString("account_number"),
            row.getBigDecimal("filed_amount"), row.getBigDecimal("amount"))).list();
  }

  void tell(long filingId, String accountNumber, BigDecimal amount) {
    jdbc.sql("update court_claim set amount = :amount where filing_id = :filing and account_number = :account")
        .param("amount", amount).param("filing", filingId).param("account", accountNumber).update();
  }
}
