package io.remit.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts and their current balances. */
@Repository
public class AccountRepository {

  /** What {@link Account#overdueOn} says, in SQL: of the account {@code a}, on the day {@code :day}. */
  public static final String OVERDUE_ON_DAY = """
      case when a.overdue_amount > 0 then a.overdue_amount
           when a.oldest_due_date >= a.snapshot_date and a.oldest_due_date < :day and a.outstanding_amount > 0
           then a.outstanding_amount else 0 end""";

  private static final String SELECT = """
      select account_number, debtor_id, case_number, product, currency, snapshot_outstanding, snapshot_overdue,
             snapshot_date, snapshot_entry_id, outstanding_amount, overdue_amount, oldest_due_date, withdrawn,
             seen_in_run
        from account
      """;

  private final JdbcClient jdbc;

  AccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Account> find(Collection<String> accountNumbers) {
    if (accountNumbers.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SELECT + " where account_number in (:numbers)").param("numbers", accountNumbers)
        .query(AccountRepository::read).list();
  }

  /** The same, kept from others until the transaction ends: nobody else books on them meanwhile. */
  public List<Account> lock(Collection<String> accountNumbers) {
    if (accountNumbers.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SELECT + " where account_number in (:numbers) order by account_number for update")
        .param("numbers", accountNumbers).query(AccountRepository::read).list();
  }

  public Optional<Account> find(String accountNumber) {
    return jdbc.sql(SELECT + " where account_number = :number").param("number", accountNumber)
        .query(AccountRepository::read).optional();
  }

  /** The accounts of a case, the oldest due first. */
  public List<Account> ofCase(String caseNumber) {
    return jdbc.sql(SELECT + " where case_number = :case order by oldest_due_date, account_number")
        .param("case", caseNumber).query(AccountRepository::read).list();
  }

  public List<Account> ofCases(Collection<String> caseNumbers) {
    if (caseNumbers.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SELECT + " where case_number in (:cases) order by oldest_due_date, account_number")
        .param("cases", caseNumbers).query(AccountRepository::read).list();
  }

  public List<Account> ofDebtor(String debtorId, String currency) {
    return jdbc.sql(SELECT + " where debtor_id = :debtor and currency = :currency order by account_number")
        .param("debtor", debtorId).param("currency", currency).query(AccountRepository::read).list();
  }

  /** @param matchNumbers as {@link MatchNumber} writes them */
  public List<Account> findByMatchNumber(Collection<String> matchNumbers) {
    if (matchNumbers.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SELECT + " where match_number in (:numbers) order by account_number")
        .param("numbers", matchNumbers).query(AccountRepository::read).list();
  }

  /** Up to {@code limit} accounts of which exactly this is overdue or outstanding. */
  public List<Account> owing(String currency, BigDecimal amount, int limit) {
    return jdbc.sql(SELECT + """
         where currency = :currency and (overdue_amount = :amount or outstanding_amount = :amount)
         order by oldest_due_date, account_number limit :limit
        """).param("currency", currency).param("amount", amount).param("limit", limit)
        .query(AccountRepository::read).list();
  }

  /** Up to {@code limit} accounts of these products with something outstanding that no pass from this one on named. */
  public List<Account> notSeenSince(long run, Set<String> products, int limit) {
    return jdbc.sql(SELECT + """
         where product in (:products) and seen_in_run < :run and outstanding_amount > 0
         order by debtor_id, account_number
         limit :limit
        """).param("products", products).param("run", run).param("limit", limit)
        .query(AccountRepository::read).list();
  }

  /** How many they are, by product; products without any are not in the answer. */
  public Map<String, Long> countNotSeenSince(long run, Set<String> products) {
    return jdbc.sql("""
        select product, count(*) as accounts from account
         where product in (:products) and seen_in_run < :run and outstanding_amount > 0 group by product
        """).param("products", products).param("run", run).query(AccountRepository::count).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How many accounts something is outstanding on, by product. */
  public Map<String, Long> openByProduct() {
    return jdbc.sql("select product, count(*) as accounts from account where outstanding_amount > 0 group by product")
        .query(AccountRepository::count).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map.Entry<String, Long> count(ResultSet row, int number) throws SQLException {
    return Map.entry(row.getString("product"), row.getLong("accounts"));
  }

  public void insert(Account account) {
    jdbc.sql("""
        insert into account (account_number, debtor_id, case_number, product, currency, snapshot_outstanding,
          snapshot_overdue, snapshot_date, snapshot_entry_id, outstanding_amount, overdue_amount, oldest_due_date,
          withdrawn, seen_in_run, match_number)
        values (:number, :debtor, :case, :product, :currency, :snapshotOutstanding, :snapshotOverdue, :snapshotDate,
          :snapshotEntry, :outstanding, :overdue, :dueDate, :withdrawn, :run, :matchNumber)
        """).param("debtor", account.debtorId())
        .param("matchNumber", MatchNumber.of(account.accountNumber())).param("case", account.caseNumber())
        .param("currency", account.currency()).param("withdrawn", account.withdrawn()).params(changing(account))
        .update();
  }

  /** Stores what a snapshot or a posting changes; the debtor, the case and the currency stay. */
  public void update(Account account) {
    jdbc.sql("""
        update account
           set product = :product, snapshot_outstanding = :snapshotOutstanding, snapshot_overdue = :snapshotOverdue,
               snapshot_date = :snapshotDate, snapshot_entry_id = :snapshotEntry, outstanding_amount = :outstanding,
               overdue_amount = :overdue, oldest_due_date = :dueDate, seen_in_run = :run
         where account_number = :number
        """).params(changing(account)).update();
  }

  public void assign(String accountNumber, String caseNumber) {
    jdbc.sql("update account set case_number = :case where account_number = :number")
        .param("case", caseNumber).param("number", accountNumber).update();
  }

  public void withdrawAccountsOf(String caseNumber) {
    jdbc.sql("update account set withdrawn = true where case_number = :case").param("case", caseNumber).update();
  }

  public void markSeen(long run, Collection<String> accountNumbers) {
    if (!accountNumbers.isEmpty()) {
      jdbc.sql("update account set seen_in_run = :run where account_number in (:numbers)")
          .param("run", run).param("numbers", accountNumbers).update();
    }
  }

  private static Map<String, Object> changing(Account account) {
    return Map.of("number", account.accountNumber(), "product", account.product(),
        "snapshotOutstanding", account.snapshotOutstanding(), "snapshotOverdue", account.snapshotOverdue(),
        "snapshotDate", account.snapshotDate(), "snapshotEntry", account.snapshotEntryId(),
        "outstanding", account.outstandingAmount(), "overdue", account.overdueAmount(),
        "dueDate", account.oldestDueDate(), "run", account.seenInRun());
  }

  private static Account read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    return new Account(row.getString("account_number"), row.getString("debtor_id"), row.getString("case_number"),
        row.getString("product"), currency, amount(row, "snapshot_outstanding", currency),
        amount(row, "snapshot_overdue", currency), row.getObject("snapshot_date", LocalDate.class),
        row.getLong("snapshot_entry_id"), amount(row, "outstanding_amount", currency),
        amount(row, "overdue_amount", currency), row.getObject("oldest_due_date", LocalDate.class),
        row.getBoolean("withdrawn"), row.getLong("seen_in_run"));
  }

  private static BigDecimal amount(ResultSet row, String column, String currency) throws SQLException {
    return Money.inScaleOf(currency, row.getBigDecimal(column));
  }
}
