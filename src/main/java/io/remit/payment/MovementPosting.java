package io.remit.payment;

import io.remit.cases.OpenLedger;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import io.remit.ledger.PostingResult.Outcome;
import io.remit.payment.BankMovement.Fate;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Posts movements of which it is certain for whom they are. */
@Component
class MovementPosting {

  private final CertainOrders certain;
  private final PaymentPosting payments;
  private final BankMovementRepository movements;
  private final UnidentifiedPaymentRepository questions;
  private final IdentificationEnds ends;

  MovementPosting(CertainOrders certain, PaymentPosting payments, BankMovementRepository movements,
      UnidentifiedPaymentRepository questions, IdentificationEnds ends) {
    this.certain = certain;
    this.payments = payments;
    this.movements = movements;
    this.questions = questions;
    this.ends = ends;
  }

  /**
   * Posts a movement if it is certain for whom it is, and ends the question about it, if there is one.
   *
   * @return whether it was posted
   */
  boolean postIfCertain(BankMovement movement, OpenLedger ledger) {
    List<PaymentOrder> orders = certain.of(movement);
    if (orders.isEmpty()) {
      return false;
    }
    book(orders, ledger);
    movements.setFate(movement.reference(), Fate.POSTED);
    questions.openOf(movement.reference())
        .ifPresent(question -> ends.posted(question, orders.get(0).accountNumber()));
    bookReturnThatCameBefore(movement.told(), ledger);
    return true;
  }

  private void book(List<PaymentOrder> orders, OpenLedger ledger) {
    for (PostingResult result : payments.post(orders, ledger)) {
      if (result.outcome() != Outcome.POSTED) {
        throw new IllegalStateException("a payment that was matched was not posted but " + result.outcome());
      }
    }
  }

  /**
   * Books the return of a payment that was just posted, where a notification of the return came before the statement
   * that tells the payment.
   */
  void bookReturnThatCameBefore(BankTransaction payment, OpenLedger ledger) {
    if (payment.kind() != Kind.PAYMENT || payment.references().endToEnd() == null) {
      return;
    }
    List<BankMovement> waiting = movements.chargebacksAskedFor(payment.references().endToEnd(), payment.amount(),
        payment.currency());
    if (waiting.size() == 1) {
      postIfCertain(waiting.get(0), ledger);
    }
  }
}
