package io.remit.region;

import static io.remit.sql.Moments.instant;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.cases.KeptDays;
import io.remit.cases.Stage;
import io.remit.sql.RowsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The days on which a case stood in the stage of visits while nobody was visited in its region: by these it does not
 * grow older. They are written down when the rule is over; until then they follow from the rules.
 */
@Repository
class VisitStops implements KeptDays {

  private static final RowsOf ITS_ROWS = RowsOf.cases("visit_stop");

  private final JdbcClient jdbc;
  private final DebtorRepository debtors;
  private final BusinessCalendar calendar;

  VisitStops(JdbcClient jdbc, DebtorRepository debtors, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.debtors = debtors;
    this.calendar = calendar;
  }

  /** @param until exclusive */
  private record Span(LocalDate from, LocalDate until) {
  }

  /** A case whose days are to be written down. */
  record Kept(String caseNumber, LocalDate from) {
  }

  @Override
  public Set<LocalDate> of(String caseNumber) {
    return ITS_ROWS.none(caseNumber) ? new TreeSet<>()
        : days(jdbc.sql("select from_on, until_on from visit_stop where case_number = :case")
        .param("case", caseNumber).query((row, number) -> new Span(row.getObject("from_on", LocalDate.class),
            row.getObject("until_on", LocalDate.class))).list());
  }

  /**
   * How many days of a case in the stage of visits are kept by rules that have begun, as far as they are not written
   * down yet.
   *
   * @param before only days before this one count
   */
  int notWrittenDown(CollectionCase current, LocalDate before) {
    if (current.stage() != Stage.VISIT || current.stageEnteredAt() == null) {
      return 0;
    }
    DebtorDetails debtor = debtors.get(current.debtorId());
    LocalDate entered = calendar.dayOf(current.stageEnteredAt());
    Set<LocalDate> open = days(jdbc.sql("""
        select from_on, until_on, ended_at from regional_rule r
         where region in (:region, :country) and stops = 'VISIT' and from_on <= :today
           and not exists (select 1 from visit_stop v where v.rule_id = r.rule_id and v.case_number = :case)
        """).param("region", orNowhere(debtor.region())).param("country", orNowhere(debtor.country()))
        .param("today", calendar.today()).param("case", current.caseNumber())
        .query((row, number) -> {
          LocalDate until = row.getObject("ended_at") == null ? row.getObject("until_on", LocalDate.class)
              : calendar.dayOf(instant(row, "ended_at"));
          LocalDate from = later(row.getObject("from_on", LocalDate.class), entered);
          return new Span(from, until.isAfter(before) ? before : until);
        }).list());
    open.removeAll(of(current.caseNumber()));
    return open.size();
  }

  /** The open cases in the stage of visits whose days under a rule are not written down yet. */
  List<Kept> toWriteDown(RegionalRule rule) {
    return jdbc.sql("""
        select c.case_number, c.stage_entered_at
          from collection_case c join debtor d on d.debtor_id = c.debtor_id
         where c.status <> 'CLOSED' and c.stage = 'VISIT' and c.stage_entered_at is not null
           and (d.region = :region or d.country = :region)
           and not exists (select 1 from visit_stop v where v.rule_id = :rule and v.case_number = c.case_number)
         order by c.case_number
        """).param("region", rule.region()).param("rule", rule.ruleId())
        .query((row, number) -> new Kept(row.getString("case_number"),
            later(rule.from(), calendar.dayOf(instant(row, "stage_entered_at"))))).list();
  }

  void writeDown(RegionalRule rule, Kept kept, LocalDate until) {
    jdbc.sql("insert into visit_stop (rule_id, case_number, from_on, until_on) values (:rule, :case, :from, :until)")
        .param("rule", rule.ruleId()).param("case", kept.caseNumber()).param("from", kept.from())
        .param("until", until).update();
  }

  private static Set<LocalDate> days(List<Span> spans) {
    Set<LocalDate> days = new TreeSet<>();
    spans.stream().filter(span -> span.until().isAfter(span.from()))
        .forEach(span -> span.from().datesUntil(span.until()).forEach(days::add));
    return days;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static String orNowhere(@Nullable String place) {
    return place == null ? "" : place;
  }
}
