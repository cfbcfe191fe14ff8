package io.remit.trial;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.cases.AgingPolicy;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.region.RegionalRelief;
import io.remit.trial.Lived.Contacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at a copy: where its cases are, and which contacts were made. */
@Component
@Profile("trial")
public class PortfolioView {

  private final JdbcClient jdbc;
  private final CaseRepository cases;
  private final AgingPolicy aging;
  private final BusinessCalendar calendar;
  private final RegionalRelief regions;

  PortfolioView(JdbcClient jdbc, CaseRepository cases, AgingPolicy aging, BusinessCalendar calendar,
      RegionalRelief regions) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.aging = aging;
    this.calendar = calendar;
    this.regions = regions;
  }

  /** The stage that its age asks for, of each case that is not closed, by its number. */
  public Map<String, String> stagesByAge() {
    Map<String, String> stages = new TreeMap<>();
    for (String caseNumber : jdbc.sql("select case_number from collection_case where status <> 'CLOSED'")
        .query(String.class).list()) {
      CollectionCase current = cases.get(caseNumber);
      long age = calendar.daysPastDue(current.baseDueDate()) - current.ageShift().days()
          - regions.visitDaysKept(current, calendar.today());
      stages.put(caseNumber, aging.stageAt(age).name());
    }
    return stages;
  }

  /** How many of some cases are in which stage now, or {@code CLOSED}. */
  public Map<String, Long> stagesOf(Map<String, ?> caseNumbers) {
    Map<String, Long> stages = new TreeMap<>();
    jdbc.sql("select case_number, status, stage from collection_case").query(row -> {
      if (caseNumbers.containsKey(row.getString("case_number"))) {
        stages.merge(row.getString("status").equals("CLOSED") ? "CLOSED" : row.getString("stage"), 1L, Long::sum);
      }
    });
    return stages;
  }

  /** The contacts that were planned since a moment. */
  public List<Contacts> contactsSince(Instant begin) {
    Map<Contacts, Long> counts = new HashMap<>();
    jdbc.sql("""
        select planned_at, channel, status, rule, sent_at from contact_attempt
         where planned_at >= :begin or sent_at >= :begin
        """).param("begin", utc(begin)).query(row -> {
      boolean made = row.getObject("sent_at") != null;
      boolean denied = row.getString("status").equals("DENIED");
      LocalDate day = calendar.dayOf(instant(row, made ? "sent_at" : "planned_at"));
      counts.merge(new Contacts(day, row.getString("channel"), made ? "MADE" : denied ? "DENIED" : "WAITING",
          denied ? row.getString("rule") : "", 0), 1L, Long::sum);
    });
    List<Contacts> all = new ArrayList<>();
    counts.forEach((of, count) -> all.add(new Contacts(of.day(), of.channel(), of.answer(), of.rule(), count)));
    return all;
  }
}
