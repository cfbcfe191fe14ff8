package io.remit.contact.treatment;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.MatterKey;
import io.remit.sql.RowsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases whose debtor can be reached in no way, as far as is known; of each its search. */
@Repository
public class UnreachableCases {

  private static final RowsOf ITS_ROWS = RowsOf.cases("unreachable_case");

  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;

  UnreachableCases(JdbcClient jdbc, BusinessCalendar calendar) {
    this.jdbc = jdbc;
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
            instant(row, "since"))).list();
  }

  /** The search for the debtor of a case that is one of them. */
  Optional<MatterKey> searchOf(String caseNumber) {
    return ITS_ROWS.none(caseNumber) ? Optional.empty()
        : jdbc.sql("select search_id from unreachable_case where case_number = :case").param("case", caseNumber)
            .query(Long.class).optional().map(search -> new MatterKey(caseNumber, MatterKey.Kind.SEARCH, search));
  }

  /** From now on it is one of them. */
  MatterKey add(String caseNumber) {
    jdbc.sql("insert into unreachable_case (case_number, since) values (:case, :since)").param("case", caseNumber)
        .param("since", utc(calendar.now())).update();
    return searchOf(caseNumber).orElseThrow();
  }

  void remove(String caseNumber) {
    jdbc.sql("delete from unreachable_case where case_number = :case").param("case", caseNumber).update();
  }

  void setNextLook(MatterKey search, LocalDate day) {
    jdbc.sql("update unreachable_case set next_look = :day where search_id = :search").param("day", day)
        .param("search", search.number()).update();
  }

  /** The day that was agreed on for the next look; empty if nobody has looked yet. */
  Optional<LocalDate> nextLook(MatterKey search) {
    return jdbc.sql("select next_look from unreachable_case where search_id = :search and next_look is not null")
        .param("search", search.number()).query(LocalDate.class).optional();
  }
}
