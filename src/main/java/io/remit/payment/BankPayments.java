package io.remit.payment;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.PortfolioIntake;
import io.remit.cases.PortfolioIntake.OpenLedger;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerRepository;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import io.remit.ledger.PostingResult.Outcome;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes payments and chargebacks from bank statements: finds out for which accounts they are, and posts them. */
@Component
public class BankPayments {

  private final PortfolioIntake portfolio;
  private final PaymentCandidates search;
  private final ReturnedPayments returned;
  private final KnownPayments known;
  private final UnidentifiedPayments unidentified;
  private final AccountRepository accounts;
  private final PaymentNotes notes;
  private final BusinessCalendar calendar;

  BankPayments(PortfolioIntake portfolio, PaymentCandidates search, ReturnedPayments returned, KnownPayments known,
      UnidentifiedPayments unidentified, AccountRepository accounts, PaymentNotes notes, BusinessCalendar calendar) {
    this.portfolio = portfolio;
    this.search = search;
    this.returned = returned;
    this.known = known;
    this.unidentified = unidentified;
    this.accounts = accounts;
    this.notes = notes;
    this.calendar = calendar;
  }

  /**
   * Takes a batch in one transaction, or throws and changes nothing.
   *
   * @param batch payments and chargebacks
   * @return for each in order POSTED, DUPLICATE, or UNMATCHED: then it waits for a person, who has a task for it
   */
  @Transactional
  public List<PostingResult> take(long fileId, List<BankTransaction> batch) {
    TransactionReferences references = new TransactionReferences();
    return portfolio.posting(ledger -> batch.stream().map(told -> new BankMovement(references.next(told.ownAccount(),
        told.references().bank(), told.valueDate(), told.amount(), told.kind(), told.remittance()), told))
        .map(movement -> take(movement, fileId, ledger)).toList());
  }

  private PostingResult take(BankMovement movement, long fileId, OpenLedger ledger) {
    BankTransaction told = movement.told();
    if (known.isKnown(movement.reference())) {
      return PostingResult.of(Outcome.DUPLICATE);
    }
    List<PaymentOrder> orders = told.valueDate().isAfter(calendar.latestValueDate()) ? List.of()
        : told.kind() == Kind.CHARGEBACK ? returned.chargebacks(movement, fileId) : paymentOrders(movement, fileId);
    if (orders.isEmpty()) {
      unidentified.keep(movement, fileId);
      return PostingResult.of(Outcome.UNMATCHED);
    }
    PaymentNotes.Before before = notes.before(orders.stream().map(PaymentOrder::accountNumber).toList());
    orders.forEach(order -> {
      PostingResult result = ledger.post(order);
      if (result.outcome() != Outcome.POSTED) {
        throw new IllegalStateException("a payment that was matched was not posted but " + result.outcome());
      }
      notes.payment(order, before);
    });
    known.remember(movement);
    return PostingResult.of(Outcome.POSTED);
  }

  private List<PaymentOrder> paymentOrders(BankMovement movement, long fileId) {
    return search.match(movement.told()).certain().map(target -> divided(movement, fileId, target)).orElse(List.of());
  }

  private List<PaymentOrder> divided(BankMovement movement, long fileId, PaymentTarget target) {
    BankTransaction told = movement.told();
    Map<String, BigDecimal> parts =
        target.divide(told.amount(), accounts.find(target.accountNumbers()), calendar.today());
    List<PaymentOrder> orders = new ArrayList<>();
    parts.forEach((accountNumber, amount) -> orders.add(new PaymentOrder(
        partOf(movement.reference(), orders.size()), accountNumber, PaymentOrder.Type.PAYMENT, amount, told.currency(),
        told.valueDate(), null, fileId, told.line())));
    return orders;
  }

  /** The first part of a payment bears its reference, so that the payment is known again however it is divided. */
  static String partOf(String reference, int index) {
    return index == 0 ? reference : reference + LedgerRepository.PART + (index + 1);
  }
}
