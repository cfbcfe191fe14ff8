package io.remit.dispute;

import io.remit.dispute.DisputeAnswer.Outcome;
import io.remit.dispute.DisputeAnswer.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How disputes were decided; the newest decision on each counts. */
@Repository
class DisputeAnswerRepository {

  private final JdbcClient jdbc;

  DisputeAnswerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void save(long holdId, DisputeAnswer answer) {
    jdbc.sql("delete from dispute_answer where hold_id = :hold").param("hold", holdId).update();
    jdbc.sql("""
        insert into dispute_answer (hold_id, outcome, account_number, corrected_amount, reason)
        values (:hold, :outcome, :account, :amount, :reason)
        """).param("hold", holdId).param("outcome", answer.outcome().name()).param("account", answer.accountNumber())
        .param("amount", answer.correctedAmount())
        .param("reason", answer.reason() == null ? null : answer.reason().name()).update();
  }

  DisputeAnswer get(long holdId) {
    return jdbc.sql("""
        select outcome, account_number, corrected_amount, reason from dispute_answer where hold_id = :hold
        """).param("hold", holdId).query(DisputeAnswerRepository::read).single();
  }

  private static DisputeAnswer read(ResultSet row, int number) throws SQLException {
    String reason = row.getString("reason");
    return new DisputeAnswer(Outcome.valueOf(row.getString("outcome")), row.getString("account_number"),
        row.getBigDecimal("corrected_amount"), reason == null ? null : Reason.valueOf(reason));
  }
}
