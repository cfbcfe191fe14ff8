package io.remit.privacy;

import static io.remit.sql.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds that remove what is too old, and the rows that they remove. */
@Repository
class RetentionRepository {

  /** What is removed of each kind that is rows of its own; each statement knows the moment {@code before}. */
  private static final Map<RecordKind, List<String>> REMOVALS = Map.of(
      RecordKind.UNKNOWN_TEXT, List.of("""
          delete from incoming_text where received_at < :before
             and not exists (select 1 from incoming_text_debtor d where d.text_id = incoming_text.text_id)
          """, "delete from incoming_text_part where received_at < :before",
          "delete from parked_report where received_at < :before"),
      RecordKind.REFUSED_ROW, List.of("""
          delete from intake_rejection where exists (select 1 from intake_file f
             where f.file_id = intake_rejection.file_id and coalesce(f.finished_at, f.started_at) < :before)
          """, """
          delete from partner_file_fault where exists (select 1 from partner_file f
             where f.file_id = partner_file_fault.file_id and f.taken_at < :before)
          """),
      RecordKind.PARTNER_APPLICATION, List.of(
          "delete from partner_application where status = 'REJECTED' and decided_at < :before"));

  private final JdbcClient jdbc;

  RetentionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins the round of a day, or goes on with one that was begun and left. */
  void begin(LocalDate day, Instant now) {
    jdbc.sql("""
        insert into retention_round (business_day, begun_at)
        select cast(:day as date), cast(:now as timestamp with time zone)
         where not exists (select 1 from retention_round where business_day = :day)
        """).param("day", day).param("now", utc(now)).update();
  }

  void finish(LocalDate day, int debtors, long rows, long files, Instant now) {
    jdbc.sql("""
        update retention_round set finished_at = :now, debtors_erased = :debtors, rows_removed = :rows,
          files_removed = :files where business_day = :day
        """).param("now", utc(now)).param("debtors", debtors).param("rows", rows).param("files", files)
        .param("day", day).update();
  }

  /** Removes the rows of a kind that are older; none if the kind is no rows of its own. */
  long removeOlder(RecordKind kind, Instant before) {
    return REMOVALS.getOrDefault(kind, List.of()).stream()
        .mapToLong(statement -> jdbc.sql(statement).param("before", utc(before)).update()).sum();
  }
}
