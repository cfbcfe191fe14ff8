package io.remit.contact;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Timeline;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases whose debtor can be reached in no way, as far as is known. Reviews go on; a person looks for a way. */
@Repository
public class UnreachableCases {

  private final JdbcClient jdbc;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  UnreachableCases(JdbcClient jdbc, Timeline timeline, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  /**
   * One of them.
   *
   * @param since when it was found out
   */
  public record Unreachable(String caseNumber, String debtorId, String stage, Instant since) {
  }

  /** Those that are open, the oldest first. */
  public List<Unreachable> open(int limit) {
    return jdbc.sql("""
        select u.case_number, c.debtor_id, c.stage, u.since
          from unreachable_case u join collection_case c on c.case_number = u.case_number
         where c.status <> 'CLOSED' order by u.since, u.case_number limit :limit
        """).param("limit", limit).query((row, number) -> new Unreachable(row.getString("case_number"),
            row.getString("debtor_id"), row.getString("stage"),
            row.getObject("since", OffsetDateTime.class).toInstant())).list();
  }

  void set(String caseNumber, boolean unreachable) {
    boolean known = jdbc.sql("select count(*) from unreachable_case where case_number = :case")
        .param("case", caseNumber).query(Long.class).single() > 0;
    if (unreachable && !known) {
      jdbc.sql("insert into unreachable_case (case_number, since) values (:case, :since)").param("case", caseNumber)
          .param("since", calendar.now().atOffset(ZoneOffset.UTC)).update();
      timeline.add(caseNumber, "NUMBER", Timeline.SYSTEM, "The debtor can be reached in no way that is known");
    } else if (!unreachable && known) {
      jdbc.sql("delete from unreachable_case where case_number = :case").param("case", caseNumber).update();
    }
  }
}
