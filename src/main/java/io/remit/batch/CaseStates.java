package io.remit.batch;

import io.remit.batch.CaseState.Placement;
import io.remit.cases.Bucket;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import io.remit.ledger.AccountRepository;
import io.remit.limitation.Limitations;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the cases of a selection, and how they stand. */
@Repository
class CaseStates {

  private static final String SELECT = """
      select x.* from (
        select c.case_number, c.debtor_id, c.status, c.stage, c.currency, c.base_due_date, c.collector,
               d.region, d.country,
               coalesce((select sum(%s) from account a where a.case_number = c.case_number), 0) as overdue,
               coalesce((select sum(a.outstanding_amount) from account a
                          where a.case_number = c.case_number and a.outstanding_amount > 0), 0) as outstanding,
               exists (select 1 from hold h
                        where h.case_number = c.case_number and h.released_at is null
                          and h.reason = :hold) as held_for_it,
               exists (select 1 from hold h where h.case_number = c.case_number and h.released_at is null) as on_hold,
               exists (select 1 from court_filing f
                        where f.case_number = c.case_number
                          and f.status in ('APPROVED', 'FILED', 'ENFORCING')) as at_court,
               (select max(p.status) from placement p
                 where p.case_number = c.case_number and p.status in ('APPROVED', 'PLACED')) as placement,
               exists (select 1 from promise p
                        where p.case_number = c.case_number and p.status in ('OPEN', 'PROPOSED')) as promised,
               exists (select 1 from complaint k join collection_case o on o.case_number = k.case_number
                        where o.debtor_id = c.debtor_id and k.outcome is null) as complained,
               exists (select 1 from contact_bar b
                        where b.debtor_id = c.debtor_id and b.user_id = :collectorToBe) as barred
          from collection_case c join debtor d on d.debtor_id = c.debtor_id) x
       where\s""".formatted(AccountRepository.OVERDUE_ON_DAY);

  /** A debtor's cases follow one another. */
  private static final String ORDER = " order by x.debtor_id, x.case_number";

  private final JdbcClient jdbc;
  private final Limitations limitations;
  private final BusinessCalendar calendar;

  CaseStates(JdbcClient jdbc, Limitations limitations, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.limitations = limitations;
    this.calendar = calendar;
  }

  /** What can be chosen in a form: what the cases that are not closed have. */
  record Choices(List<String> products, List<String> regions, List<String> currencies, List<String> collectors) {
  }

  /**
   * The cases of a selection as they stand now, a debtor's one after the other.
   *
   * @param most no more than so many are read
   */
  List<CaseState> selected(Selection selection, BatchOrder order, int most) {
    Map<String, Object> parameters = parameters(order);
    String where = where(selection, parameters);
    return jdbc.sql(SELECT + where + ORDER + " limit :most").params(parameters).param("most", most)
        .query((row, number) -> read(row, order))
        .list();
  }

  /** These cases as they stand now, kept from others until the transaction ends. */
  List<CaseState> locked(Collection<String> caseNumbers, BatchOrder order) {
    jdbc.sql("select case_number from collection_case where case_number in (:cases) order by case_number for update")
        .param("cases", caseNumbers).query(String.class).list();
    return jdbc.sql(SELECT + "x.case_number in (:cases)" + ORDER).params(parameters(order))
        .param("cases", caseNumbers).query((row, number) -> read(row, order)).list();
  }

  Choices choices() {
    return new Choices(
        distinct("select a.product from account a join collection_case c on c.case_number = a.case_number"
            + " where c.status <> 'CLOSED' group by a.product order by a.product"),
        distinct("select coalesce(d.region, d.country) from debtor d"
            + " join collection_case c on c.debtor_id = d.debtor_id"
            + " where c.status <> 'CLOSED' and coalesce(d.region, d.country) is not null"
            + " group by coalesce(d.region, d.country) order by 1"),
        distinct("select currency from collection_case where status <> 'CLOSED' group by currency order by currency"),
        distinct("select collector from collection_case where status <> 'CLOSED' and collector is not null"
            + " group by collector order by collector"));
  }

  private List<String> distinct(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private Map<String, Object> parameters(BatchOrder order) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("day", calendar.today());
    parameters.put("hold", order.hold() == null ? "" : order.hold().name());
    parameters.put("collectorToBe", order.toCollector() == null ? "" : order.toCollector());
    return parameters;
  }

  private String where(Selection selection, Map<String, Object> parameters) {
    Filters filters = new Filters(new StringBuilder("x.status <> 'CLOSED'"), parameters);
    LocalDate today = calendar.today();
    filters.add("x.stage = :stage", "stage", selection.stage() == null ? null : selection.stage().name());
    filters.add("x.status = :status", "status", selection.status() == null ? null : selection.status().name());
    Bucket bucket = selection.bucket();
    filters.add("x.base_due_date <= :bucketYoungest", "bucketYoungest",
        bucket == null || bucket == Bucket.M0 ? null : today.minusDays(bucket.from()));
    filters.add("x.base_due_date >= :bucketOldest", "bucketOldest",
        bucket == null || bucket == Bucket.M7_PLUS ? null : today.minusDays(bucket.to()));
    filters.add("x.base_due_date <= :youngest", "youngest",
        selection.daysFrom() == null ? null : today.minusDays(selection.daysFrom()));
    filters.add("x.base_due_date >= :oldest", "oldest",
        selection.daysTo() == null ? null : today.minusDays(selection.daysTo()));
    filters.add("exists (select 1 from account p where p.case_number = x.case_number and p.product = :product)",
        "product", selection.product());
    filters.add("(x.region = :region or x.country = :region)", "region", selection.region());
    filters.add("x.currency = :currency", "currency", selection.currency());
    filters.add("x.overdue >= :amountFrom", "amountFrom", selection.amountFrom());
    filters.add("x.overdue <= :amountTo", "amountTo", selection.amountTo());
    filters.add("exists (select 1 from placement p where p.case_number = x.case_number and p.partner_id = :partner"
        + " and p.status in ('APPROVED', 'PLACED'))", "partner", selection.partner());
    if (Selection.NOBODY.equals(selection.collector())) {
      filters.sql().append(" and x.collector is null");
    } else {
      filters.add("x.collector = :collector", "collector", selection.collector());
    }
    return filters.sql().toString();
  }

  private record Filters(StringBuilder sql, Map<String, Object> parameters) {

    void add(String condition, String name, @Nullable Object value) {
      if (value != null) {
        sql.append(" and ").append(condition);
        parameters.put(name, value);
      }
    }
  }

  private CaseState read(ResultSet row, BatchOrder order) throws SQLException {
    String placement = row.getString("placement");
    BigDecimal overdue = row.getBigDecimal("overdue");
    return new CaseState(row.getString("case_number"), row.getString("debtor_id"),
        Status.valueOf(row.getString("status")), Stage.valueOf(row.getString("stage")), row.getString("currency"),
        overdue, row.getBigDecimal("outstanding"),
        calendar.daysPastDue(row.getObject("base_due_date", LocalDate.class)), row.getString("collector"),
        row.getBoolean("held_for_it"), row.getBoolean("on_hold"), row.getBoolean("at_court"),
        placement == null ? Placement.NONE : Placement.valueOf(placement), row.getBoolean("promised"),
        row.getBoolean("complained"), row.getBoolean("barred"),
        order.toStage() == Stage.LEGAL && !limitations.barredOf(row.getString("case_number")).isEmpty());
  }
}
