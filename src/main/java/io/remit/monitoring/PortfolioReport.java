package io.remit.monitoring;

import io.remit.cases.Bucket;
import io.remit.cases.BusinessCalendar;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and sums over all cases. */
@Repository
class PortfolioReport {

  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;

  PortfolioReport(JdbcClient jdbc, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  /**
   * The portfolio on a business date. Stages and buckets count the cases that are not closed; a case that was just
   * opened has a stage at once.
   */
  record Portfolio(LocalDate businessDate, List<Group> byStage, List<Group> byBucket, List<Group> byStatus) {
  }

  /**
   * Cases that have something in common.
   *
   * @param key the stage, bucket or status
   * @param amounts sums, one for each currency
   */
  record Group(String key, long cases, List<Sum> amounts) {
  }

  /** Sums in one currency. */
  record Sum(String currency, BigDecimal overdue, BigDecimal outstanding) {
  }

  /** Cases alike in everything that is counted. */
  private record Cell(String stage, String status, LocalDate baseDueDate, String currency, long cases,
      BigDecimal overdue, BigDecimal outstanding) {
  }

  Portfolio now() {
    LocalDate today = calendar.today();
    List<Cell> all = cells(today);
    List<Cell> open = all.stream().filter(cell -> !cell.status().equals("CLOSED")).toList();
    return new Portfolio(today, grouped(open, Cell::stage),
        grouped(open, cell -> Bucket.of(calendar.daysPastDue(cell.baseDueDate())).label()),
        grouped(all, Cell::status));
  }

  private List<Cell> cells(LocalDate today) {
    return jdbc.sql("""
        select c.stage, c.status, c.base_due_date, c.currency, count(*) as cases, sum(a.overdue) as overdue,
               sum(a.outstanding) as outstanding
          from collection_case c
          left join (
            select case_number,
                   sum(%s) as overdue,
                   sum(case when outstanding_amount > 0 then outstanding_amount else 0 end) as outstanding
              from account a where case_number is not null group by case_number) a on a.case_number = c.case_number
         group by c.stage, c.status, c.base_due_date, c.currency
        """.formatted(AccountRepository.OVERDUE_ON_DAY)).param("day", today).query((row, number) -> new Cell(
            row.getString("stage"), row.getString("status"), row.getObject("base_due_date", LocalDate.class),
            row.getString("currency"), row.getLong("cases"), orZero(row.getBigDecimal("overdue")),
            orZero(row.getBigDecimal("outstanding")))).list();
  }

  private static List<Group> grouped(List<Cell> cells, Function<Cell, String> key) {
    Map<String, List<Cell>> groups = cells.stream().filter(cell -> key.apply(cell) != null)
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    List<Group> result = new ArrayList<>();
    groups.forEach((name, members) -> result.add(new Group(name, members.stream().mapToLong(Cell::cases).sum(),
        sums(members))));
    return result;
  }

  private static List<Sum> sums(List<Cell> cells) {
    return cells.stream().collect(Collectors.groupingBy(Cell::currency)).entrySet().stream()
        .map(currency -> new Sum(currency.getKey(),
            total(currency.getKey(), currency.getValue(), Cell::overdue),
            total(currency.getKey(), currency.getValue(), Cell::outstanding)))
        .sorted(Comparator.comparing(Sum::currency)).toList();
  }

  private static BigDecimal total(String currency, List<Cell> cells, Function<Cell, BigDecimal> amount) {
    return Money.inScaleOf(currency, cells.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static BigDecimal orZero(BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }
}
