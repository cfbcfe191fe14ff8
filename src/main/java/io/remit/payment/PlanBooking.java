package io.remit.payment;

import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.InvalidInputException;
import io.remit.cases.OpenLedger;
import io.remit.cases.Postings;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import io.remit.payment.BankMovement.Fate;
import io.remit.payment.PaymentPlan.Posting;
import io.remit.payment.PaymentPlan.Rest;
import io.remit.statement.BankTransaction;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Books what a person decided on a payment. */
@Component
class PlanBooking {

  private final Postings postings;
  private final PaymentPosting payments;
  private final Bookings corrections;
  private final MovementPosting returns;
  private final BankMovementRepository movements;
  private final UnidentifiedPayments unidentified;
  private final PaymentNotes notes;

  PlanBooking(Postings postings, PaymentPosting payments, Bookings corrections, MovementPosting returns,
      BankMovementRepository movements, UnidentifiedPayments unidentified, PaymentNotes notes) {
    this.postings = postings;
    this.payments = payments;
    this.corrections = corrections;
    this.returns = returns;
    this.movements = movements;
    this.unidentified = unidentified;
    this.notes = notes;
  }

  /**
   * Books a plan whose outcome is to post. A part that is not posted stays to be identified, if the plan says so.
   *
   * @throws InvalidInputException if something cannot be posted; nothing is then
   */
  void book(UnidentifiedPayment payment, PaymentPlan plan, String actor) {
    movements.setFate(payment.reference(), Fate.POSTED);
    postings.together(ledger -> {
      for (int index = 0; index < plan.postings().size(); index++) {
        book(payment, plan.postings().get(index), index, actor, ledger);
      }
      returns.bookReturnThatCameBefore(payment.told(), ledger);
      return null;
    });
    keepRest(payment, plan);
  }

  private void book(UnidentifiedPayment payment, Posting planned, int index, String actor, OpenLedger ledger) {
    String reference = CertainOrders.partOf(payment.reference(), index);
    BankTransaction told = payment.told();
    if (planned.type() == LedgerEntry.Type.CORRECTION) {
      mustBePosted(corrections.book(new Booking(reference, planned.accountNumber(), planned.type(), planned.amount(),
          told.valueDate(), null, actor, "A part of what was paid went back"), ledger));
    } else {
      payments.post(List.of(new PaymentOrder(reference, planned.accountNumber(),
          PaymentOrder.Type.valueOf(planned.type().name()), planned.amount(), planned.currency(), told.valueDate(),
          planned.reverses(), payment.fileId(), told.line(), told.bookingDate())), ledger)
          .forEach(PlanBooking::mustBePosted);
    }
    notes.found(planned, actor);
  }

  private static void mustBePosted(PostingResult result) {
    if (result.outcome() != PostingResult.Outcome.POSTED) {
      throw new InvalidInputException("accountNumber", "the payment cannot be posted: "
          + (result.refusal() == null ? result.outcome().name() : result.refusal().message()));
    }
  }

  private void keepRest(UnidentifiedPayment payment, PaymentPlan plan) {
    BigDecimal rest = payment.told().amount().subtract(PaymentPlanner.inCurrencyOf(payment.told(), plan.postings()));
    if (rest.signum() > 0 && plan.rest() == Rest.STAYS) {
      unidentified.keep(movements.insertRest(payment.movement(), rest));
    }
  }
}
