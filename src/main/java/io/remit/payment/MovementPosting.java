package io.remit.payment;

import io.remit.cases.AgreedAccounts;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.PortfolioIntake.OpenLedger;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerRepository;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import io.remit.ledger.PostingResult.Outcome;
import io.remit.payment.BankMovement.Fate;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Posts movements of which it is certain for whom they are. */
@Component
class MovementPosting {

  private final PaymentCandidates search;
  private final ReturnedPayments returned;
  private final BankMovementRepository movements;
  private final UnidentifiedPaymentRepository questions;
  private final IdentificationEnds ends;
  private final AccountRepository accounts;
  private final AgreedAccounts agreed;
  private final PaymentNotes notes;
  private final BusinessCalendar calendar;

  MovementPosting(PaymentCandidates search, ReturnedPayments returned, BankMovementRepository movements,
      UnidentifiedPaymentRepository questions, IdentificationEnds ends, AccountRepository accounts,
      AgreedAccounts agreed, PaymentNotes notes, BusinessCalendar calendar) {
    this.search = search;
    this.returned = returned;
    this.movements = movements;
    this.questions = questions;
    this.ends = ends;
    this.accounts = accounts;
    this.agreed = agreed;
    this.notes = notes;
    this.calendar = calendar;
  }

  /**
   * Posts a movement if it is certain for whom it is, and ends the question about it, if there is one.
   *
   * @return whether it was posted
   */
  boolean postIfCertain(BankMovement movement, OpenLedger ledger) {
    boolean forAPerson = movement.told().bookingDate().isAfter(calendar.latestValueDate())
        || movement.told().payments() > 1;
    List<PaymentOrder> orders = forAPerson ? List.of()
        : movement.told().kind() == Kind.CHARGEBACK ? chargebacks(movement) : payments(movement);
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
    PaymentNotes.Before before = notes.before(orders.stream().map(PaymentOrder::accountNumber).toList());
    orders.forEach(order -> {
      PostingResult result = ledger.post(order);
      if (result.outcome() != Outcome.POSTED) {
        throw new IllegalStateException("a payment that was matched was not posted but " + result.outcome());
      }
      notes.payment(order, before);
    });
  }

  private List<PaymentOrder> payments(BankMovement movement) {
    BankTransaction told = movement.told();
    return search.match(told).certain().map(target -> {
      Map<String, BigDecimal> parts =
          target.divide(told.amount(), accounts.find(target.accountNumbers()), calendar.today(),
              agreed.inForceAmong(target.accountNumbers()));
      List<PaymentOrder> orders = new ArrayList<>();
      parts.forEach((accountNumber, amount) -> orders.add(new PaymentOrder(
          partOf(movement.reference(), orders.size()), accountNumber, PaymentOrder.Type.PAYMENT, amount,
          told.currency(), told.valueDate(), null, movement.fileId(), told.line(), told.bookingDate())));
      return orders;
    }).orElse(List.of());
  }

  private List<PaymentOrder> chargebacks(BankMovement movement) {
    List<PaymentOrder> orders = new ArrayList<>();
    for (LedgerEntry part : returned.certain(movement.told())) {
      orders.add(new PaymentOrder(partOf(movement.reference(), orders.size()), part.accountNumber(),
          PaymentOrder.Type.CHARGEBACK, part.amount(), part.currency(), movement.told().valueDate(), part.reference(),
          movement.fileId(), movement.told().line(), movement.told().bookingDate()));
    }
    return orders;
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

  /** The first part of a payment bears its reference, so that the payment is known again however it is divided. */
  static String partOf(String reference, int index) {
    return index == 0 ? reference : reference + LedgerRepository.PART + (index + 1);
  }
}
