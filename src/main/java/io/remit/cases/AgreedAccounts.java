package io.remit.cases;

import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.sql.RowsOf;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The accounts that an agreement with a debtor is about, such as a plan, a promise or an offer. What is agreed protects
 * and binds these alone: only money for them fulfils it, and while it is in force no other account is in its case.
 */
@Repository
public class AgreedAccounts {

  private static final RowsOf ITS_ROWS = RowsOf.cases("agreed_account");

  private final JdbcClient jdbc;
  private final AccountRepository accounts;

  AgreedAccounts(JdbcClient jdbc, AccountRepository accounts) {
    this.jdbc = jdbc;
    this.accounts = accounts;
  }

  /** An agreement is made about everything that its case owes now. It is not in force yet. */
  public void name(MatterKey matter) {
    accounts.ofCase(matter.caseNumber()).stream()
        .filter(account -> !account.withdrawn() && account.outstandingAmount().signum() > 0)
        .map(Account::accountNumber).forEach(account -> insert(matter, account));
  }

  /** An agreement goes on in another case, about the same accounts. */
  public void nameAs(MatterKey matter, MatterKey earlier) {
    of(earlier).forEach(account -> insert(matter, account));
  }

  private void insert(MatterKey matter, String accountNumber) {
    jdbc.sql("""
        insert into agreed_account (matter, case_number, account_number, in_force)
        values (:matter, :case, :account, false)
        """).param("matter", matter.toString()).param("case", matter.caseNumber()).param("account", accountNumber)
        .update();
  }

  /** An agreement comes into force, or is over. */
  public void setInForce(MatterKey matter, boolean inForce) {
    jdbc.sql("update agreed_account set in_force = :inForce where matter = :matter").param("inForce", inForce)
        .param("matter", matter.toString()).update();
  }

  /** The numbers of the accounts that an agreement is about. */
  public List<String> of(MatterKey matter) {
    return jdbc.sql("select account_number from agreed_account where matter = :matter order by account_number")
        .param("matter", matter.toString()).query(String.class).list();
  }

  /** Those of some accounts about which an agreement is in force. */
  public Set<String> inForceAmong(Collection<String> accountNumbers) {
    return accountNumbers.isEmpty() ? Set.of() : Set.copyOf(jdbc.sql("""
        select distinct account_number from agreed_account where account_number in (:accounts) and in_force
        """).param("accounts", accountNumbers).query(String.class).list());
  }

  /** The only accounts that cases may have, by case; one about which no agreement is in force is not among them. */
  Map<String, Set<String>> binding(List<String> caseNumbers) {
    return ITS_ROWS.noneOfAny(caseNumbers) ? Map.of() : jdbc.sql("""
        select case_number, account_number from agreed_account where case_number in (:cases) and in_force
        """).param("cases", caseNumbers)
        .query((row, number) -> Map.entry(row.getString("case_number"), row.getString("account_number"))).list()
        .stream().collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }
}
