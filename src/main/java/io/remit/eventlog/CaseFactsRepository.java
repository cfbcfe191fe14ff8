package io.remit.eventlog;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.eventlog.CaseFacts.Stay;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what Remit's own tables say of many cases at once. */
@Repository
class CaseFactsRepository {

  private final JdbcClient jdbc;

  CaseFactsRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The next cases by their numbers: those that are open, were closed since a moment, or were not right at the last
   * check.
   *
   * @param after the last of the cases before; empty for the first
   */
  List<String> toCheck(String after, Instant closedSince, int most) {
    return jdbc.sql("""
        select c.case_number from collection_case c
         where c.case_number > :after
           and (c.status <> 'CLOSED' or c.closed_at is null or c.closed_at >= :since
             or exists (select 1 from case_proof p where p.case_number = c.case_number and p.status <> 'RIGHT'))
         order by c.case_number limit :most
        """).param("after", after).param("since", utc(closedSince)).param("most", most).query(String.class).list();
  }

  /** The next of all cases by their numbers. */
  List<String> all(String after, int most) {
    return jdbc.sql("""
        select case_number from collection_case where case_number > :after order by case_number limit :most
        """).param("after", after).param("most", most).query(String.class).list();
  }

  List<CaseFacts> of(Collection<String> caseNumbers) {
    if (caseNumbers.isEmpty()) {
      return List.of();
    }
    Map<String, List<Stay>> stays = jdbc.sql("""
        select case_number, stage, entered_at, left_at from stage_stay where case_number in (:cases) order by stay_id
        """).param("cases", caseNumbers).query((row, number) -> Map.entry(row.getString("case_number"),
            new Stay(row.getString("stage"), instant(row, "entered_at"), instant(row, "left_at")))).list().stream()
        .collect(grouped());
    Map<String, List<String>> told = jdbc.sql("""
        select case_number, type from case_event
         where case_number in (:cases) and type in ('OPENED', 'CLOSED') order by event_id
        """).param("cases", caseNumbers)
        .query((row, number) -> Map.entry(row.getString("case_number"), row.getString("type"))).list().stream()
        .collect(grouped());
    return jdbc.sql("""
        select case_number, status, stage, stage_entered_at, process_instance_id, opened_at, closed_at, close_reason
          from collection_case where case_number in (:cases) order by case_number
        """).param("cases", caseNumbers).query((row, number) -> new CaseFacts(row.getString("case_number"),
            row.getString("status"), row.getString("stage"), instantOrNull(row, "stage_entered_at"),
            row.getString("process_instance_id"), instant(row, "opened_at"), instantOrNull(row, "closed_at"),
            row.getString("close_reason"), stays.getOrDefault(row.getString("case_number"), List.of()),
            told.getOrDefault(row.getString("case_number"), List.of()))).list();
  }

  private static <T> Collector<Map.Entry<String, T>, ?, Map<String, List<T>>> grouped() {
    return Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()));
  }
}
