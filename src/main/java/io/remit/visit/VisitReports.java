package io.remit.visit;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.visit.VisitReport.Entry;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How visits were made, and what was seen: kept here and not in the engine, since it tells of people. */
@Repository
public class VisitReports {

  private static final String UNSAFE = "UNSAFE";

  private final JdbcClient jdbc;

  VisitReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a report. */
  public void add(VisitReport report) {
    Entry entry = report.entry();
    jdbc.sql("""
        insert into visit_report (case_number, at, agent, second_agent, outcome, identity_shown, entry, evidence)
        values (:case, :at, :agent, :second, :outcome, :shown, :entry, :evidence)
        """).param("case", report.caseNumber()).param("at", utc(report.at())).param("agent", report.agent())
        .param("second", report.secondAgent()).param("outcome", report.outcome())
        .param("shown", report.identityShown()).param("entry", entry == null ? null : entry.name())
        .param("evidence", report.evidence()).update();
  }

  /** The visits of a case, the newest first. */
  public List<VisitReport> of(String caseNumber) {
    return jdbc.sql("""
        select case_number, at, agent, second_agent, outcome, identity_shown, entry, evidence from visit_report
         where case_number = :case order by visit_id desc
        """).param("case", caseNumber).query((row, number) -> new VisitReport(row.getString("case_number"),
            instant(row, "at"), row.getString("agent"), row.getString("second_agent"), row.getString("outcome"),
            row.getBoolean("identity_shown"), entry(row.getString("entry")), row.getString("evidence"))).list();
  }

  private static @Nullable Entry entry(@Nullable String stored) {
    return stored == null ? null : Entry.valueOf(stored);
  }

  /** Whether a visit to one of these debtor ids was unsafe. */
  public boolean anyUnsafe(Collection<String> debtorIds) {
    return jdbc.sql("""
        select count(*) from visit_report v join collection_case c on c.case_number = v.case_number
         where v.outcome = :unsafe and c.debtor_id in (:debtors)
        """).param("unsafe", UNSAFE).param("debtors", debtorIds).query(Long.class).single() > 0;
  }
}
