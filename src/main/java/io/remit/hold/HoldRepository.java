package io.remit.hold;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.hold.Hold.Effect;
import io.remit.hold.Hold.Reason;
import io.remit.sql.Question;
import io.remit.sql.RowsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The holds on cases. */
@Repository
class HoldRepository {

  private static final String SELECT = """
      select h.hold_id, h.case_number, h.reason, h.whole_debtor, h.stops, h.keeps_time, h.begins_on, h.note,
      h.raised_at,
             h.raised_by, h.review_on, h.until_on, h.released_at, h.decision, h.answer_by, h.contact_name,
             h.contact_phone
        from hold h
      """;

  private static final RowsOf OF_CASE = RowsOf.cases("hold");
  private static final RowsOf OF_DEBTOR = RowsOf.debtors("hold");

  private final JdbcClient jdbc;
  private final Question<String, List<Hold>> ofCase;

  HoldRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
    String sql = SELECT + "where h.case_number in (:cases) order by h.hold_id";
    this.ofCase = Question.ofCases(sql, List.of(), cases -> jdbc.sql(sql).param("cases", cases)
        .query(HoldRepository::read).list().stream()
        .collect(Collectors.groupingBy(Hold::caseNumber, Collectors.toUnmodifiableList())));
  }

  /** @return the hold's id */
  long insert(Hold hold) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into hold (case_number, reason, whole_debtor, stops, keeps_time, begins_on, note, raised_at, raised_by,
          review_on, until_on, answer_by)
        values (:case, :reason, :wholeDebtor, :stops, :keepsTime, :from, :note, :raisedAt, :raisedBy, :reviewOn,
          :until, :answerBy)
        """).param("case", hold.caseNumber()).param("reason", hold.reason().name())
        .param("wholeDebtor", hold.rule().wholeDebtor()).param("stops", hold.rule().stops())
        .param("keepsTime", hold.rule().keepsTime()).param("from", hold.from()).param("note", hold.note())
        .param("raisedAt", utc(hold.raisedAt())).param("raisedBy", hold.raisedBy())
        .param("reviewOn", hold.reviewOn()).param("until", hold.until())
        .param("answerBy", hold.answerBy()).update(key, "hold_id");
    return key.getKey().longValue();
  }

  Hold get(long holdId) {
    return jdbc.sql(SELECT + "where h.hold_id = :hold").param("hold", holdId).query(HoldRepository::read).single();
  }

  List<Hold> ofCase(String caseNumber) {
    return OF_CASE.none(caseNumber) ? List.of() : ofCase.about(caseNumber);
  }

  /** The holds that are on a case now. */
  List<Hold> inForce(String caseNumber) {
    return ofCase(caseNumber).stream().filter(Hold::inForce).toList();
  }

  /** Every hold that was ever on a case of a person, under whatever debtor id, the newest last. */
  List<Hold> ofPerson(List<String> debtorIds) {
    if (OF_DEBTOR.noneOfAny(debtorIds)) {
      return List.of();
    }
    return jdbc.sql(SELECT + """
          join collection_case c on c.case_number = h.case_number
         where c.debtor_id in (:debtors)
         order by h.hold_id
        """).param("debtors", debtorIds).query(HoldRepository::read).list();
  }

  /** Every hold that was ever on a case, or on another of its debtor in its currency and was about all that is owed. */
  List<Hold> aboutDebtsOf(String caseNumber) {
    if (OF_DEBTOR.noneOfDebtorOf(caseNumber)) {
      return List.of();
    }
    return jdbc.sql(SELECT + """
          join collection_case c on c.case_number = h.case_number
          join collection_case its on its.case_number = :case
         where c.case_number = its.case_number
            or c.debtor_id = its.debtor_id and c.currency = its.currency
               and (h.whole_debtor or h.reason = 'RELIEF')
         order by h.hold_id
        """).param("case", caseNumber).query(HoldRepository::read).list();
  }

  void extend(long holdId, LocalDate reviewOn) {
    jdbc.sql("""
        update hold
           set review_on = :reviewOn, until_on = case when until_on < :reviewOn then :reviewOn else until_on end,
               answer_by = case when answer_by < :reviewOn then :reviewOn else answer_by end
         where hold_id = :hold
        """).param("reviewOn", reviewOn).param("hold", holdId).update();
  }

  void setContact(long holdId, Hold.Contact contact) {
    jdbc.sql("update hold set contact_name = :name, contact_phone = :phone where hold_id = :hold")
        .param("name", contact.name()).param("phone", contact.phone()).param("hold", holdId).update();
  }

  /** Keeps the supervisor's reason with the hold. */
  void addReviewNote(long holdId, String note) {
    jdbc.sql("update hold set review_note = :note where hold_id = :hold").param("note", note).param("hold", holdId)
        .update();
  }

  void release(long holdId, Instant at, String by, String decision) {
    jdbc.sql("""
        update hold set released_at = :at, released_by = :by, decision = :decision
         where hold_id = :hold and released_at is null
        """).param("at", utc(at)).param("by", by).param("decision", decision)
        .param("hold", holdId).update();
  }

  private static Hold read(ResultSet row, int number) throws SQLException {
    String contactName = row.getString("contact_name");
    return new Hold(row.getLong("hold_id"), row.getString("case_number"), Reason.valueOf(row.getString("reason")),
        new Effect(row.getString("stops"), row.getBoolean("whole_debtor"), row.getBoolean("keeps_time")),
        row.getObject("begins_on", LocalDate.class), row.getString("note"),
        instant(row, "raised_at"),
        row.getString("raised_by"), row.getObject("review_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class), instantOrNull(row, "released_at"),
        row.getString("decision"), row.getObject("answer_by", LocalDate.class),
        contactName == null ? null : new Hold.Contact(contactName, row.getString("contact_phone")));
  }
}
