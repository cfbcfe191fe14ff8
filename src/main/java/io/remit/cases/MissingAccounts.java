package io.remit.cases;

import io.remit.ledger.Account;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts that complete files left out, as long as they do not come back. */
@Repository
class MissingAccounts {

  private final JdbcClient jdbc;

  MissingAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Accounts were closed because a file left them out. */
  void add(Collection<Account> missing, LocalDate on) {
    remove(missing);
    missing.forEach(account -> jdbc.sql("""
        insert into missing_account (account_number, case_number, missing_on) values (:account, :case, :on)
        """).param("account", account.accountNumber()).param("case", account.caseNumber()).param("on", on).update());
  }

  /** The newest closed case that accounts were in when a file left them out, on a day or later. */
  Optional<String> closedCaseOf(Collection<Account> accounts, LocalDate from) {
    return jdbc.sql("""
        select c.case_number from missing_account m join collection_case c on c.case_number = m.case_number
         where m.account_number in (:accounts) and m.missing_on >= :from and c.status = 'CLOSED'
         order by c.closed_at desc, c.case_number desc limit 1
        """).param("accounts", numbers(accounts)).param("from", from).query(String.class).optional();
  }

  /** Accounts have come back, or are closed anew. */
  void remove(Collection<Account> accounts) {
    if (!accounts.isEmpty()) {
      jdbc.sql("delete from missing_account where account_number in (:accounts)").param("accounts", numbers(accounts))
          .update();
    }
  }

  private static List<String> numbers(Collection<Account> accounts) {
    return accounts.stream().map(Account::accountNumber).toList();
  }
}
