package io.remit.complaint;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.cases.Channel;
import io.remit.complaint.Complaint.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The complaints. */
@Repository
class ComplaintRepository {

  private static final String SELECT = """
      select complaint_id, case_number, channel, about_user, words, taken_at, taken_by, answer_by, outcome, measures,
             handled_at, handled_by
        from complaint
      """;

  private final JdbcClient jdbc;

  ComplaintRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return the complaint's id */
  long insert(Complaint complaint) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into complaint (case_number, channel, about_user, words, taken_at, taken_by, answer_by)
        values (:case, :channel, :about, :words, :at, :by, :answerBy)
        """).param("case", complaint.caseNumber())
        .param("channel", complaint.channel() == null ? null : complaint.channel().name())
        .param("about", complaint.aboutUserId()).param("words", complaint.words())
        .param("at", utc(complaint.takenAt())).param("by", complaint.takenBy())
        .param("answerBy", complaint.answerBy()).update(key, "complaint_id");
    return key.getKey().longValue();
  }

  Complaint get(long complaintId) {
    return jdbc.sql(SELECT + "where complaint_id = :complaint").param("complaint", complaintId)
        .query(ComplaintRepository::read).single();
  }

  List<Complaint> ofCase(String caseNumber) {
    return jdbc.sql(SELECT + "where case_number = :case order by complaint_id").param("case", caseNumber)
        .query(ComplaintRepository::read).list();
  }

  void handled(long complaintId, Outcome outcome, @Nullable String measures, @Nullable String note, Instant at,
      String by) {
    jdbc.sql("""
        update complaint set outcome = :outcome, measures = :measures, note = :note, handled_at = :at, handled_by = :by
         where complaint_id = :complaint
        """).param("outcome", outcome.name()).param("measures", measures).param("note", note)
        .param("at", utc(at)).param("by", by).param("complaint", complaintId).update();
  }

  private static Complaint read(ResultSet row, int number) throws SQLException {
    String channel = row.getString("channel");
    String outcome = row.getString("outcome");
    return new Complaint(row.getLong("complaint_id"), row.getString("case_number"),
        channel == null ? null : Channel.valueOf(channel), row.getString("about_user"), row.getString("words"),
        instant(row, "taken_at"), row.getString("taken_by"),
        row.getObject("answer_by", LocalDate.class), outcome == null ? null : Outcome.valueOf(outcome),
        row.getString("measures"), instantOrNull(row, "handled_at"), row.getString("handled_by"));
  }
}
