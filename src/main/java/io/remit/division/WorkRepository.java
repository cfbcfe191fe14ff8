package io.remit.division;

import io.remit.cases.BusinessCalendar;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.Amount;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The open cases as work for collectors, and who works them. */
@Repository
class WorkRepository {

  /** Before the telephone nobody works a case by hand, and most cases are there. */
  private static final String WORKED = "c.status = 'OPEN' and c.stage not in ('REMINDER', 'MESSAGE')";

  private static final String SELECT = """
      select c.case_number, c.debtor_id, c.collector, c.stage, c.currency, c.expected_minutes,
             d.debtor_type, d.language, d.country, d.region,
             exists (select 1 from promise p
                      where p.case_number = c.case_number and p.status in ('BROKEN', 'PARTLY_KEPT')) as promise_broken,
             (select string_agg(b.user_id, ',') from contact_bar b where b.debtor_id = c.debtor_id) as barred
        from collection_case c join debtor d on d.debtor_id = c.debtor_id
       where %s
      """.formatted(WORKED);
  private static final String ORDER = " order by c.case_number";
  private static final int CASES_AT_ONCE = 1000;

  private final JdbcClient jdbc;
  private final AccountRepository accounts;
  private final BusinessCalendar calendar;

  WorkRepository(JdbcClient jdbc, AccountRepository accounts, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.calendar = calendar;
  }

  /**
   * What somebody has to do.
   *
   * @param minutes in a week
   */
  record Load(int cases, long minutes) {

    static final Load NONE = new Load(0, 0);
  }

  /** All open cases from the telephone on. */
  List<CaseToDivide> all() {
    return facts("", statement -> statement);
  }

  /** Those of the debtor of a case. */
  List<CaseToDivide> ofDebtorOf(String caseNumber) {
    return facts(" and c.debtor_id = (select debtor_id from collection_case where case_number = :case)",
        statement -> statement.param("case", caseNumber));
  }

  /** Those of all debtors with whom a collector works. */
  List<CaseToDivide> ofDebtorsOf(String userId) {
    return facts(" and c.debtor_id in (select c.debtor_id from collection_case c where c.collector = :user and "
        + WORKED + ")", statement -> statement.param("user", userId));
  }

  /** What each collector has to do, by user id. */
  Map<String, Load> loads() {
    return jdbc.sql("""
        select c.collector, count(*) as cases, sum(c.expected_minutes) as minutes from collection_case c
         where %s and c.collector is not null and c.expected_minutes > 0 group by c.collector
        """.formatted(WORKED))
        .query((row, number) -> Map.entry(row.getString("collector"),
            new Load(row.getInt("cases"), row.getLong("minutes"))))
        .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Minutes in a week, as far as the case was ever divided; else 0. */
  int expectedOf(String caseNumber) {
    return jdbc.sql("select expected_minutes from collection_case where case_number = :case").param("case", caseNumber)
        .query(Integer.class).single();
  }

  /** Remembers how much work a case is expected to be. */
  void expect(String caseNumber, int minutes) {
    jdbc.sql("update collection_case set expected_minutes = :minutes where case_number = :case")
        .param("minutes", minutes).param("case", caseNumber).update();
  }

  /**
   * Gives a case that is not closed to another collector.
   *
   * @param from user id of who works it now, or null
   * @param to user id, or null
   * @return false if it is closed or worked by another by now; then nothing has changed
   */
  boolean give(String caseNumber, @Nullable String from, @Nullable String to) {
    return jdbc.sql("""
        update collection_case set collector = :to
         where case_number = :case and status <> 'CLOSED'
           and (collector = :from or collector is null and cast(:from as varchar(64)) is null)
        """).param("to", to).param("case", caseNumber).param("from", from).update() == 1;
  }

  /** What takes each open case from somebody, whatever its stage. */
  List<Move> openCasesOf(String userId) {
    return jdbc.sql("""
        select case_number, debtor_id, expected_minutes from collection_case
         where collector = :user and status <> 'CLOSED' order by case_number
        """).param("user", userId).query((row, number) -> new Move(row.getString("case_number"),
            row.getString("debtor_id"), userId, null, row.getInt("expected_minutes"), "the collector left")).list();
  }

  private record Row(String caseNumber, String debtorId, String collector, String stage, String currency,
      int expectedMinutes, String debtorType, String language, String country, String region,
      boolean promiseBroken, Set<String> barred) {

    private static Set<String> userIds(String joined) {
      return joined == null ? Set.of() : Arrays.stream(joined.split(",")).collect(Collectors.toSet());
    }

    static Row read(ResultSet row, int number) throws SQLException {
      return new Row(row.getString("case_number"), row.getString("debtor_id"), row.getString("collector"),
          row.getString("stage"), row.getString("currency"), row.getInt("expected_minutes"),
          row.getString("debtor_type"), row.getString("language"), row.getString("country"), row.getString("region"),
          row.getBoolean("promise_broken"), userIds(row.getString("barred")));
    }
  }

  private List<CaseToDivide> facts(String condition, UnaryOperator<StatementSpec> parameters) {
    List<Row> rows = parameters.apply(jdbc.sql(SELECT + condition + ORDER)).query(Row::read).list();
    List<CaseToDivide> facts = new ArrayList<>(rows.size());
    for (int from = 0; from < rows.size(); from += CASES_AT_ONCE) {
      List<Row> some = rows.subList(from, Math.min(rows.size(), from + CASES_AT_ONCE));
      Map<String, List<Account>> owed = accounts.ofCases(some.stream().map(Row::caseNumber).toList()).stream()
          .collect(Collectors.groupingBy(Account::caseNumber));
      some.forEach(row -> facts.add(facts(row, owed.getOrDefault(row.caseNumber(), List.of()))));
    }
    return facts;
  }

  private CaseToDivide facts(Row row, List<Account> owed) {
    LocalDate today = calendar.today();
    BigDecimal overdue = owed.stream().map(account -> account.overdueOn(today))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    String product = owed.stream().max(Comparator.comparing((Account account) -> account.overdueOn(today))
        .thenComparing(Account::accountNumber)).map(Account::product).orElse(null);
    Set<String> products = owed.stream().map(Account::product).collect(Collectors.toCollection(TreeSet::new));
    return new CaseToDivide(row.caseNumber(), row.debtorId(), row.collector(), row.stage(), product, products,
        row.debtorType(), row.language(), row.country(), row.region(),
        new Amount(row.currency(), overdue), row.promiseBroken(), row.expectedMinutes(), row.barred());
  }
}
