package io.remit.hold;

import io.remit.hold.Hold.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The holds on cases. */
@Repository
class HoldRepository {

  private final JdbcClient jdbc;

  HoldRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Hold hold) {
    jdbc.sql("""
        insert into hold (case_number, reason, note, raised_at, raised_by, review_on)
        values (:case, :reason, :note, :raisedAt, :raisedBy, :reviewOn)
        """).param("case", hold.caseNumber()).param("reason", hold.reason().name()).param("note", hold.note())
        .param("raisedAt", hold.raisedAt().atOffset(ZoneOffset.UTC)).param("raisedBy", hold.raisedBy())
        .param("reviewOn", hold.reviewOn()).update();
  }

  List<Hold> ofCase(String caseNumber) {
    return jdbc.sql("""
        select hold_id, case_number, reason, note, raised_at, raised_by, review_on, released_at, decision
          from hold where case_number = :case order by hold_id
        """).param("case", caseNumber).query(HoldRepository::read).list();
  }

  void extendAll(String caseNumber, LocalDate reviewOn) {
    jdbc.sql("update hold set review_on = :reviewOn where case_number = :case and released_at is null")
        .param("reviewOn", reviewOn).param("case", caseNumber).update();
  }

  /** Keeps the supervisor's reason with the holds in force. */
  void addReviewNote(String caseNumber, String note) {
    jdbc.sql("update hold set review_note = :note where case_number = :case and released_at is null")
        .param("note", note).param("case", caseNumber).update();
  }

  void releaseAll(String caseNumber, Instant at, String by, String decision) {
    jdbc.sql("""
        update hold set released_at = :at, released_by = :by, decision = :decision
         where case_number = :case and released_at is null
        """).param("at", at.atOffset(ZoneOffset.UTC)).param("by", by).param("decision", decision)
        .param("case", caseNumber).update();
  }

  private static Hold read(ResultSet row, int number) throws SQLException {
    OffsetDateTime released = row.getObject("released_at", OffsetDateTime.class);
    return new Hold(row.getLong("hold_id"), row.getString("case_number"), Reason.valueOf(row.getString("reason")),
        row.getString("note"), row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        row.getString("raised_by"), row.getObject("review_on", LocalDate.class),
        released == null ? null : released.toInstant(), row.getString("decision"));
  }
}
