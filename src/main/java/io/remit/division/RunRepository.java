package io.remit.division;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.division.DivisionRun.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The runs of the division: what each was to do, and did. */
@Repository
class RunRepository {

  private static final String SELECT = """
      select run_id, status, absent, previewed_by, previewed_at, reason, run_by, run_at from division_run
      """;
  private static final int ROWS_AT_ONCE = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  RunRepository(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.batches = new JdbcTemplate(dataSource);
  }

  /**
   * A move and what became of it.
   *
   * @param outcome null as long as the run has not come to it
   */
  record Carried(Move move, @Nullable String outcome) {
  }

  long addPreview(@Nullable String absent, String previewedBy, Instant at, List<Share> shares, List<Move> moves) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into division_run (status, absent, previewed_by, previewed_at) values ('PREVIEW', :absent, :by, :at)
        """).param("absent", absent).param("by", previewedBy).param("at", utc(at))
        .update(key, "run_id");
    long runId = key.getKey().longValue();
    batches.batchUpdate("""
        insert into division_share (run_id, user_id, capacity_minutes, cases_before, minutes_before, cases_after,
          minutes_after)
        values (?, ?, ?, ?, ?, ?, ?)
        """, shares, ROWS_AT_ONCE, (row, share) -> {
          row.setLong(1, runId);
          row.setString(2, share.userId());
          row.setInt(3, share.capacityMinutes());
          row.setInt(4, share.casesBefore());
          row.setLong(5, share.minutesBefore());
          row.setInt(6, share.casesAfter());
          row.setLong(7, share.minutesAfter());
        });
    batches.batchUpdate("""
        insert into division_move (run_id, case_number, debtor_id, from_user, to_user, minutes, why)
        values (?, ?, ?, ?, ?, ?, ?)
        """, moves, ROWS_AT_ONCE, (row, move) -> {
          row.setLong(1, runId);
          row.setString(2, move.caseNumber());
          row.setString(3, move.debtorId());
          row.setString(4, move.from());
          row.setString(5, move.to());
          row.setInt(6, move.minutes());
          row.setString(7, move.why().substring(0, Math.min(move.why().length(), 500)));
        });
    return runId;
  }

  /** Forgets the previews of before a moment that were never run. */
  void removePreviewsBefore(Instant moment) {
    jdbc.sql("delete from division_run where status = 'PREVIEW' and previewed_at < :moment")
        .param("moment", utc(moment)).update();
  }

  Optional<DivisionRun> find(long runId) {
    return jdbc.sql(SELECT + " where run_id = :run").param("run", runId).query(RunRepository::read).optional();
  }

  /** The newest first. */
  List<DivisionRun> newest(int count) {
    return jdbc.sql(SELECT + " order by run_id desc limit :count").param("count", count).query(RunRepository::read)
        .list();
  }

  List<Share> shares(long runId) {
    return jdbc.sql("""
        select user_id, capacity_minutes, cases_before, minutes_before, cases_after, minutes_after
          from division_share where run_id = :run order by user_id
        """).param("run", runId).query((row, number) -> new Share(row.getString("user_id"),
            row.getInt("capacity_minutes"), row.getInt("cases_before"), row.getLong("minutes_before"),
            row.getInt("cases_after"), row.getLong("minutes_after"))).list();
  }

  /** By the numbers of the cases. */
  List<Carried> moves(long runId) {
    return jdbc.sql("""
        select case_number, debtor_id, from_user, to_user, minutes, why, outcome
          from division_move where run_id = :run order by case_number
        """).param("run", runId).query((row, number) -> new Carried(new Move(row.getString("case_number"),
            row.getString("debtor_id"), row.getString("from_user"), row.getString("to_user"), row.getInt("minutes"),
            row.getString("why")), row.getString("outcome"))).list();
  }

  /** @return false if it has been started already */
  boolean begin(long runId, String reason, String runBy, Instant at) {
    return jdbc.sql("""
        update division_run set status = 'RUNNING', reason = :reason, run_by = :by, run_at = :at
         where run_id = :run and status = 'PREVIEW'
        """).param("reason", reason).param("by", runBy).param("at", utc(at)).param("run", runId)
        .update() == 1;
  }

  void setOutcome(long runId, String caseNumber, String outcome) {
    jdbc.sql("update division_move set outcome = :outcome where run_id = :run and case_number = :case")
        .param("outcome", outcome).param("run", runId).param("case", caseNumber).update();
  }

  void finish(long runId) {
    jdbc.sql("update division_run set status = 'DONE' where run_id = :run").param("run", runId).update();
  }

  private static DivisionRun read(ResultSet row, int number) throws SQLException {
    return new DivisionRun(row.getLong("run_id"), Status.valueOf(row.getString("status")), row.getString("absent"),
        row.getString("previewed_by"), instant(row, "previewed_at"), row.getString("reason"),
        row.getString("run_by"), instantOrNull(row, "run_at"));
  }
}
