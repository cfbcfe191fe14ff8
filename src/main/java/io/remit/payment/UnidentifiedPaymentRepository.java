package io.remit.payment;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.ledger.LedgerEntry;
import io.remit.ledger.Money;
import io.remit.payment.UnidentifiedPayment.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The payments that a person has to find the account for, and what became of them. */
@Repository
class UnidentifiedPaymentRepository {

  private static final String SELECT = """
      select p.payment_id, p.reference, p.received_at, p.status, p.account_number, p.decided_by, p.decided_at, p.note,
             (select f.delivered_by from bank_movement told join intake_file f on f.file_id = told.file_id
               where told.reference = p.reference) as delivered_by
        from unidentified_payment p
      """;

  private final JdbcClient jdbc;
  private final BankMovementRepository movements;

  UnidentifiedPaymentRepository(JdbcClient jdbc, BankMovementRepository movements) {
    this.jdbc = jdbc;
    this.movements = movements;
  }

  /** @return the new payment's id */
  long insert(String reference, Instant now) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into unidentified_payment (reference, received_at, status) values (:reference, :now, 'OPEN')")
        .param("reference", reference).param("now", utc(now)).update(key, "payment_id");
    return key.getKey().longValue();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such payment */
  UnidentifiedPayment get(long paymentId) {
    return jdbc.sql(SELECT + " where p.payment_id = :id").param("id", paymentId).query(this::read).single();
  }

  /** The same, kept from others until the transaction ends. */
  UnidentifiedPayment lock(long paymentId) {
    jdbc.sql("select payment_id from unidentified_payment where payment_id = :id for update").param("id", paymentId)
        .query(Long.class).single();
    return get(paymentId);
  }

  /** The open question about a movement. */
  Optional<UnidentifiedPayment> openOf(String reference) {
    return jdbc.sql(SELECT + " where p.reference = :reference and p.status = 'OPEN'").param("reference", reference)
        .query(this::read).optional();
  }

  void decide(long paymentId, Status status, @Nullable String accountNumber, String actor, Instant at,
      @Nullable String note) {
    jdbc.sql("""
        update unidentified_payment set status = :status, account_number = :account, decided_by = :actor,
            decided_at = :at, note = :note
         where payment_id = :id
        """).param("status", status.name()).param("account", accountNumber).param("actor", actor)
        .param("at", utc(at)).param("note", note).param("id", paymentId).update();
  }

  /** Writes down what a person decided, for the case that another one has to approve it. */
  void plan(long paymentId, PaymentPlan plan) {
    jdbc.sql("update unidentified_payment set decision = :decision, rest = :rest where payment_id = :id")
        .param("decision", plan.outcome().name()).param("rest", plan.rest().name()).param("id", paymentId).update();
    jdbc.sql("delete from payment_posting where payment_id = :id").param("id", paymentId).update();
    for (int index = 0; index < plan.postings().size(); index++) {
      PaymentPlan.Posting posting = plan.postings().get(index);
      jdbc.sql("""
          insert into payment_posting (payment_id, position, account_number, type, amount, currency, reverses)
          values (:id, :position, :account, :type, :amount, :currency, :reverses)
          """).param("id", paymentId).param("position", index).param("account", posting.accountNumber())
          .param("type", posting.type().name()).param("amount", posting.amount())
          .param("currency", posting.currency()).param("reverses", posting.reverses()).update();
    }
  }

  /** What was decided last. */
  PaymentPlan planOf(long paymentId) {
    List<PaymentPlan.Posting> postings = jdbc.sql("""
        select account_number, type, amount, currency, reverses from payment_posting where payment_id = :id
         order by position
        """).param("id", paymentId).query((row, number) -> new PaymentPlan.Posting(row.getString("account_number"),
            LedgerEntry.Type.valueOf(row.getString("type")),
            Money.inScaleOf(row.getString("currency"), row.getBigDecimal("amount")), row.getString("currency"),
            row.getString("reverses"))).list();
    return jdbc.sql("select decision, rest from unidentified_payment where payment_id = :id").param("id", paymentId)
        .query((row, number) -> new PaymentPlan(IdentifiedPayment.Outcome.valueOf(row.getString("decision")), postings,
            PaymentPlan.Rest.valueOf(row.getString("rest")))).single();
  }

  private UnidentifiedPayment read(ResultSet row, int number) throws SQLException {
    BankMovement movement = movements.find(row.getString("reference")).orElseThrow();
    BankMovement mayBe = movement.mayBe() == null ? null : movements.find(movement.mayBe()).orElse(null);
    return new UnidentifiedPayment(row.getLong("payment_id"), movement, mayBe, row.getString("delivered_by"),
        instant(row, "received_at"), Status.valueOf(row.getString("status")),
        row.getString("account_number"), row.getString("decided_by"),
        instantOrNull(row, "decided_at"), row.getString("note"));
  }
}
