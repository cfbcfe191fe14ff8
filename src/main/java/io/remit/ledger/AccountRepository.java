package io.remit.ledger;

import io.remit.sql.CollectedRows;
import io.remit.sql.CommonFacts;
import io.remit.sql.Question;
import io.remit.sql.RowsOf;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts and their current balances. */
@Repository
public class AccountRepository {

  /** What {@link Account#overdueOn} says, in SQL: of the account {@code a}, on the day {@code :day}. */
  public static final String OVERDUE_ON_DAY = """
      case when a.overdue_amount > 0 then a.overdue_amount
           when a.oldest_due_date >= a.snapshot_date and a.oldest_due_date < :day and a.outstanding_amount > 0
           then coalesce(a.next_due_amount, 0) else 0 end""";

  private static final String SELECT = """
      select account_number, debtor_id, case_number, product, currency, snapshot_outstanding, snapshot_overdue,
             snapshot_next_due, snapshot_date, snapshot_date_told, snapshot_taken_on, snapshot_entry_id, snapshot_fit,
             outstanding_amount, overdue_amount, next_due_amount, oldest_due_date, uncertain_until, withdrawn,
             seen_in_run
        from account
      """;

  private static final String OF_CASE = SELECT + """
       where case_number in (:cases) order by oldest_due_date, account_number
      """;
  private static final String OF_DEBTORS = SELECT + " where debtor_id in (:debtors) order by account_number";
  private static final String CREDIT = """
      select debtor_id, currency, -sum(outstanding_amount) as credit from account
       where debtor_id in (:debtors) and outstanding_amount < 0 group by debtor_id, currency
      """;

  private static final String INSERT = """
      insert into account (account_number, debtor_id, case_number, product, currency, snapshot_outstanding,
        snapshot_overdue, snapshot_next_due, snapshot_date, snapshot_date_told, snapshot_taken_on, snapshot_entry_id,
        snapshot_fit, outstanding_amount, overdue_amount, next_due_amount, oldest_due_date, uncertain_until,
        withdrawn, seen_in_run, match_number)
      values (:number, :debtor, :case, :product, :currency, :snapshotOutstanding, :snapshotOverdue, :snapshotNextDue,
        :snapshotDate, :snapshotDateTold, :snapshotTakenOn, :snapshotEntry, :snapshotFit, :outstanding, :overdue,
        :nextDue, :dueDate, :uncertainUntil, :withdrawn, :run, :matchNumber)
      """;

  private static final String ASSIGN = "update account set case_number = :case where account_number = :number";

  private final RowsOf ofAnyCase = RowsOf.cases("account");
  private final JdbcClient jdbc;
  private final Question<String, List<Account>> ofCase;
  private final Question<String, List<Account>> ofDebtor;
  private final Question<String, Map<String, BigDecimal>> creditOf;
  private final CollectedRows<Map<String, Object>> added;
  private final CollectedRows<Map<String, Object>> assigned;

  AccountRepository(JdbcClient jdbc, NamedParameterJdbcTemplate rows) {
    this.jdbc = jdbc;
    this.added = CollectedRows.referredTo("account", Set.of("debtor"),
        accounts -> rows.batchUpdate(INSERT, SqlParameterSourceUtils.createBatch(accounts)));
    this.assigned = CollectedRows.changes(ASSIGN,
        accounts -> rows.batchUpdate(ASSIGN, SqlParameterSourceUtils.createBatch(accounts)));
    this.ofCase = Question.ofCases(OF_CASE, List.of(), cases -> jdbc.sql(OF_CASE).param("cases", cases)
        .query(AccountRepository::read).list().stream()
        .collect(Collectors.groupingBy(Account::caseNumber, Collectors.toUnmodifiableList())));
    this.ofDebtor = Question.ofDebtors(OF_DEBTORS, List.of(), ids -> ofDebtors(ids).stream()
        .collect(Collectors.groupingBy(Account::debtorId, Collectors.toUnmodifiableList())));
    this.creditOf = Question.ofDebtors(CREDIT, Map.of(), this::creditOf);
  }

  /** Those of these accounts that are known, in no order. */
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

  /** The account of this number, if it is known. */
  public Optional<Account> find(String accountNumber) {
    return jdbc.sql(SELECT + " where account_number = :number").param("number", accountNumber)
        .query(AccountRepository::read).optional();
  }

  /** The accounts of a case, the oldest due first. */
  public List<Account> ofCase(String caseNumber) {
    return ofCase.about(caseNumber);
  }

  /** The accounts of some cases. */
  public List<Account> ofCases(Collection<String> caseNumbers) {
    if (caseNumbers.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SELECT + " where case_number in (:cases) order by oldest_due_date, account_number")
        .param("cases", caseNumbers).query(AccountRepository::read).list();
  }

  /** A debtor's accounts in one currency. */
  public List<Account> ofDebtor(String debtorId, String currency) {
    return ofDebtor.about(debtorId).stream().filter(account -> account.currency().equals(currency)).toList();
  }

  /**
   * What a debtor has to their credit on accounts that too much was paid on, in this currency.
   *
   * @return zero or more
   */
  public BigDecimal creditOf(String debtorId, String currency) {
    return creditOf.about(debtorId).getOrDefault(currency, BigDecimal.ZERO);
  }

  private Map<String, Map<String, BigDecimal>> creditOf(Collection<String> debtorIds) {
    Map<String, Map<String, BigDecimal>> credit = new HashMap<>();
    jdbc.sql(CREDIT).param("debtors", debtorIds).query((RowCallbackHandler) row ->
        credit.computeIfAbsent(row.getString("debtor_id"), first -> new HashMap<>())
            .put(row.getString("currency"), row.getBigDecimal("credit")));
    return credit;
  }

  /** Accounts in credit whose debtors owe something on others in the same currency, those of the most credit first. */
  public List<Account> inCreditBesideDebts(int limit) {
    return jdbc.sql(SELECT + """
         where outstanding_amount < 0 and exists (
           select 1 from account debt where debt.debtor_id = account.debtor_id and debt.currency = account.currency
             and debt.outstanding_amount > 0 and not debt.withdrawn)
         order by outstanding_amount, account_number limit :limit
        """).param("limit", limit).query(AccountRepository::read).list();
  }

  /** All accounts of some debtors. */
  public List<Account> ofDebtors(Collection<String> debtorIds) {
    if (debtorIds.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(OF_DEBTORS).param("debtors", debtorIds).query(AccountRepository::read).list();
  }

  /** Up to {@code limit} accounts of which exactly this is overdue or outstanding. */
  public List<Account> owing(String currency, BigDecimal amount, int limit) {
    return jdbc.sql(SELECT + """
         where currency = :currency and (overdue_amount = :amount or outstanding_amount = :amount)
         order by oldest_due_date, account_number limit :limit
        """).param("currency", currency).param("amount", amount).param("limit", limit)
        .query(AccountRepository::read).list();
  }

  /**
   * Up to {@code limit} accounts of these products with something outstanding that no pass from this one on named, as
   * far as no statement of a later day is known of them.
   */
  public List<Account> notSeenSince(long run, Set<String> products, LocalDate asOf, int limit) {
    return jdbc.sql(SELECT + """
         where product in (:products) and seen_in_run < :run and outstanding_amount > 0 and snapshot_date <= :asOf
         order by debtor_id, account_number
         limit :limit
        """).param("products", products).param("run", run).param("asOf", asOf).param("limit", limit)
        .query(AccountRepository::read).list();
  }

  /** How many they are, by product; products without any are not in the answer. */
  public Map<String, Long> countNotSeenSince(long run, Set<String> products, LocalDate asOf) {
    return jdbc.sql("""
        select product, count(*) as accounts from account
         where product in (:products) and seen_in_run < :run and outstanding_amount > 0
           and snapshot_date <= :asOf
         group by product
        """).param("products", products).param("run", run).param("asOf",
        asOf).query(AccountRepository::count).list().stream()
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

  /** Keeps an account that is new. */
  public void insert(Account account) {
    Map<String, Object> values = changing(account);
    values.put("matchNumber", MatchNumber.key(account.accountNumber()));
    values.put("currency", account.currency());
    values.put("withdrawn", account.withdrawn());
    added.add(values);
  }

  /** Stores what a statement or a posting changes: not the currency, and whether the account is withdrawn. */
  public void update(Account account) {
    jdbc.sql("""
        update account
           set debtor_id = :debtor, case_number = :case, product = :product,
               snapshot_outstanding = :snapshotOutstanding, snapshot_overdue = :snapshotOverdue,
               snapshot_next_due = :snapshotNextDue, snapshot_date = :snapshotDate,
               snapshot_date_told = :snapshotDateTold, snapshot_taken_on = :snapshotTakenOn,
               snapshot_entry_id = :snapshotEntry, snapshot_fit = :snapshotFit, outstanding_amount = :outstanding,
               overdue_amount = :overdue, next_due_amount = :nextDue, oldest_due_date = :dueDate,
               uncertain_until = :uncertainUntil, seen_in_run = :run
         where account_number = :number
        """).params(changing(account)).update();
  }

  /** An account joins a case. */
  public void assign(Account account, String caseNumber) {
    Account joined = account.in(caseNumber);
    boolean isFirst = ofAnyCase.none(caseNumber);
    Optional<List<Account>> besides = ofDebtor.known(account.debtorId());
    CommonFacts.writesOnlyTo(account.debtorId(),
        () -> assigned.add(Map.of("case", caseNumber, "number", account.accountNumber())));
    if (isFirst) {
      ofCase.learn(caseNumber, List.of(joined));
    }
    besides.ifPresent(all -> ofDebtor.learn(account.debtorId(), all.stream()
        .map(each -> each.accountNumber().equals(account.accountNumber()) ? joined : each).toList()));
  }

  /** The accounts of a case stay out of collection from now on, whatever later files say. */
  public void withdrawAccountsOf(String caseNumber) {
    jdbc.sql("update account set withdrawn = true where case_number = :case").param("case", caseNumber).update();
  }

  /** A pass over an arrears file saw these accounts. */
  public void markSeen(long run, Collection<String> accountNumbers) {
    if (!accountNumbers.isEmpty()) {
      jdbc.sql("update account set seen_in_run = :run where account_number in (:numbers)")
          .param("run", run).param("numbers", accountNumbers).update();
    }
  }

  private static Map<String, Object> changing(Account account) {
    Statement statement = account.statement();
    Map<String, Object> values = new HashMap<>();
    values.put("number", account.accountNumber());
    values.put("debtor", account.debtorId());
    values.put("case", account.caseNumber());
    values.put("product", account.product());
    values.put("snapshotOutstanding", statement.outstanding());
    values.put("snapshotOverdue", statement.overdue());
    values.put("snapshotNextDue", statement.nextDue());
    values.put("snapshotDate", statement.asOf());
    values.put("snapshotDateTold", statement.asOfTold());
    values.put("snapshotTakenOn", statement.takenOn());
    values.put("snapshotEntry", statement.entryId());
    values.put("snapshotFit", statement.fit().name());
    values.put("outstanding", account.outstandingAmount());
    values.put("overdue", account.overdueAmount());
    values.put("nextDue", account.nextDueAmount());
    values.put("dueDate", account.oldestDueDate());
    values.put("uncertainUntil", account.uncertainUntil());
    values.put("run", account.seenInRun());
    return values;
  }

  private static Account read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    return new Account(row.getString("account_number"), row.getString("debtor_id"), row.getString("case_number"),
        row.getString("product"), currency, readStatement(row, currency), amount(row, "outstanding_amount", currency),
        amount(row, "overdue_amount", currency), amountOrNull(row, "next_due_amount", currency),
        day(row, "oldest_due_date"), day(row, "uncertain_until"), row.getBoolean("withdrawn"),
        row.getLong("seen_in_run"));
  }

  private static Statement readStatement(ResultSet row, String currency) throws SQLException {
    LocalDate asOf = day(row, "snapshot_date");
    LocalDate takenOn = day(row, "snapshot_taken_on");
    return new Statement(amount(row, "snapshot_outstanding", currency), amountOrNull(row, "snapshot_overdue", currency),
        amountOrNull(row, "snapshot_next_due", currency), asOf, row.getBoolean("snapshot_date_told"),
        takenOn == null ? asOf : takenOn, row.getLong("snapshot_entry_id"),
        Statement.Fit.valueOf(row.getString("snapshot_fit")));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static BigDecimal amount(ResultSet row, String column, String currency) throws SQLException {
    return Money.inScaleOf(currency, row.getBigDecimal(column));
  }

  private static @Nullable BigDecimal amountOrNull(ResultSet row, String column, String currency)
      throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return amount == null ? null : Money.inScaleOf(currency, amount);
  }
}
