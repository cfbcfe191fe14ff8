package io.remit.promise;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.cases.Channel;
import io.remit.ledger.Money;
import io.remit.promise.Promise.Given;
import io.remit.promise.Promise.Method;
import io.remit.promise.Promise.Status;
import io.remit.promise.Promise.Terms;
import io.remit.sql.Question;
import io.remit.sql.RowsOf;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The promises to pay. */
@Repository
class PromiseRepository {

  private static final String SELECT = """
      select promise_id, case_number, amount, currency, promised_for, method, representative, reminder_agreed, taken_at,
             taken_by, channel, grace_days, threshold_percent, approve_by, status, paid
        from promise
      """;

  private static final RowsOf ITS_ROWS = RowsOf.cases("promise");

  private final JdbcClient jdbc;
  private final Question<String, List<Promise>> ofCase;

  PromiseRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
    String sql = SELECT + " where case_number in (:cases) order by promise_id";
    this.ofCase = Question.ofCases(sql, List.of(), cases -> jdbc.sql(sql).param("cases", cases)
        .query(PromiseRepository::read).list().stream()
        .collect(Collectors.groupingBy(Promise::caseNumber, Collectors.toUnmodifiableList())));
  }

  /** Adds a promise and returns its id; that of the record is not looked at. */
  long insert(Promise promise) {
    Given given = promise.given();
    Terms terms = promise.terms();
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into promise (case_number, amount, currency, promised_for, method, representative, reminder_agreed,
          taken_at, taken_by, channel, grace_days, threshold_percent, approve_by, status, paid)
        values (:case, :amount, :currency, :promisedFor, :method, :representative, :reminder, :takenAt, :takenBy,
          :channel, :grace, :threshold, :approveBy, :status, :paid)
        """).param("case", promise.caseNumber()).param("amount", given.amount()).param("currency", given.currency())
        .param("promisedFor", given.promisedFor()).param("method", given.method().name())
        .param("representative", given.representative()).param("reminder", given.reminderAgreed())
        .param("takenAt", utc(promise.takenAt())).param("takenBy", promise.takenBy())
        .param("channel", promise.channel().name()).param("grace", terms.graceDays())
        .param("threshold", terms.thresholdPercent()).param("approveBy", terms.approveBy())
        .param("status", promise.status().name()).param("paid", promise.paid()).update(key, "promise_id");
    return key.getKey().longValue();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such promise */
  Promise get(long promiseId) {
    return jdbc.sql(SELECT + " where promise_id = :promise").param("promise", promiseId)
        .query(PromiseRepository::read).single();
  }

  /** The promises of a case in the order in which they were taken. */
  List<Promise> ofCase(String caseNumber) {
    return ITS_ROWS.none(caseNumber) ? List.of() : ofCase.about(caseNumber);
  }

  void setStatus(long promiseId, Status status, BigDecimal paid, Instant at) {
    jdbc.sql("update promise set status = :status, paid = :paid, settled_at = :at where promise_id = :promise")
        .param("status", status.name()).param("paid", paid)
        .param("at", status == Status.OPEN ? null : utc(at)).param("promise", promiseId).update();
  }

  /** A promise ran until its case ended, and no payment kept it. */
  void markEndedUnpaid(long promiseId) {
    jdbc.sql("update promise set ended_unpaid = true where promise_id = :promise").param("promise", promiseId)
        .update();
  }

  /** The promises of a case that ran until it ended, and that no payment kept. */
  List<Promise> endedUnpaid(String caseNumber) {
    return jdbc.sql(SELECT + " where case_number = :case and ended_unpaid order by promise_id")
        .param("case", caseNumber).query(PromiseRepository::read).list();
  }

  /** What a supervisor decided on a promise that needed one. */
  void decide(long promiseId, Status status, @Nullable String note, String by, Instant at) {
    jdbc.sql("""
        update promise set status = :status, decision_note = :note, decided_by = :by, decided_at = :at
         where promise_id = :promise
        """).param("status", status.name()).param("note", note).param("by", by).param("at", utc(at))
        .param("promise", promiseId).update();
  }

  private static Promise read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    Given given = new Given(Money.inScaleOf(currency, row.getBigDecimal("amount")), currency,
        row.getObject("promised_for", LocalDate.class), Method.valueOf(row.getString("method")),
        row.getString("representative"), row.getBoolean("reminder_agreed"));
    Terms terms = new Terms(row.getInt("grace_days"), row.getInt("threshold_percent"),
        row.getObject("approve_by", LocalDate.class));
    return new Promise(row.getLong("promise_id"), row.getString("case_number"), given,
        instant(row, "taken_at"), row.getString("taken_by"),
        Channel.valueOf(row.getString("channel")), terms, Status.valueOf(row.getString("status")),
        Money.inScaleOf(currency, row.getBigDecimal("paid")));
  }
}
