package io.remit.promise;

import io.remit.ledger.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The promises to pay. */
@Repository
class PromiseRepository {

  private final JdbcClient jdbc;

  PromiseRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Promise promise) {
    jdbc.sql("""
        insert into promise (case_number, amount, currency, promised_for, taken_at, taken_by, channel, status)
        values (:case, :amount, :currency, :promisedFor, :takenAt, :takenBy, :channel, :status)
        """).param("case", promise.caseNumber()).param("amount", promise.amount())
        .param("currency", promise.currency()).param("promisedFor", promise.promisedFor())
        .param("takenAt", promise.takenAt().atOffset(ZoneOffset.UTC)).param("takenBy", promise.takenBy())
        .param("channel", promise.channel()).param("status", promise.status().name()).update();
  }

  List<Promise> ofCase(String caseNumber) {
    return jdbc.sql("""
        select promise_id, case_number, amount, currency, promised_for, taken_at, taken_by, channel, status
          from promise where case_number = :case order by promise_id
        """).param("case", caseNumber).query(PromiseRepository::read).list();
  }

  LocalDate lastOpenDate(String caseNumber) {
    return jdbc.sql("select max(promised_for) as last_date from promise where case_number = :case and status = 'OPEN'")
        .param("case", caseNumber).query((row, number) -> row.getObject("last_date", LocalDate.class)).list().get(0);
  }

  void settle(long promiseId, Promise.Status status, Instant at) {
    jdbc.sql("update promise set status = :status, settled_at = :at where promise_id = :promise")
        .param("status", status.name()).param("at", at.atOffset(ZoneOffset.UTC)).param("promise", promiseId).update();
  }

  private static Promise read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    return new Promise(row.getLong("promise_id"), row.getString("case_number"),
        Money.inScaleOf(currency, row.getBigDecimal("amount")), currency,
        row.getObject("promised_for", LocalDate.class), row.getObject("taken_at", OffsetDateTime.class).toInstant(),
        row.getString("taken_by"), row.getString("channel"), Promise.Status.valueOf(row.getString("status")));
  }
}
