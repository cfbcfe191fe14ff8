package io.remit.payment;

import io.remit.ledger.LedgerRepository;
import io.remit.statement.BankTransaction;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of the bank's movements came before, whatever became of them. */
@Repository
class KnownPayments {

  private static final String FIRST_DETAIL = ".1";

  private final JdbcClient jdbc;
  private final LedgerRepository ledger;
  private final UnidentifiedPaymentRepository unidentified;

  KnownPayments(JdbcClient jdbc, LedgerRepository ledger, UnidentifiedPaymentRepository unidentified) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.unidentified = unidentified;
  }

  /**
   * Whether it came before: by itself; as a part of a batch that came as one; or as a batch whose parts came one by
   * one.
   */
  boolean isKnown(String reference) {
    int detail = reference.indexOf('.');
    Set<String> names = detail < 0 ? Set.of(reference, reference + FIRST_DETAIL)
        : Set.of(reference, reference.substring(0, detail));
    return !ledger.bookedAmong(names).isEmpty() || !unidentified.keptAmong(names).isEmpty();
  }

  /** Keeps what the payer's side calls a payment, for the case that it is returned. */
  void remember(BankMovement movement) {
    String endToEnd = movement.told().references().endToEnd();
    if (movement.told().kind() == BankTransaction.Kind.PAYMENT && endToEnd != null) {
      jdbc.sql("insert into bank_payment (reference, end_to_end_id) values (:reference, :endToEnd)")
          .param("reference", movement.reference()).param("endToEnd", endToEnd).update();
    }
  }

  /** The references of posted payments that the payer's side called so. */
  List<String> called(String endToEndId) {
    return jdbc.sql("select reference from bank_payment where end_to_end_id = :endToEnd order by reference")
        .param("endToEnd", endToEndId).query(String.class).list();
  }
}
