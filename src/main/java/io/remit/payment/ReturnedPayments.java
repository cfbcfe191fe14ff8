package io.remit.payment;

import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerRepository;
import io.remit.ledger.PaymentOrder;
import io.remit.statement.BankTransaction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the payments that the bank takes back. */
@Component
class ReturnedPayments {

  private final KnownPayments known;
  private final LedgerRepository ledger;

  ReturnedPayments(KnownPayments known, LedgerRepository ledger) {
    this.known = known;
    this.ledger = ledger;
  }

  /**
   * What takes back the one payment of this amount that the payer's side calls as the chargeback does.
   *
   * @return one order for each account among which that payment was divided; none if it is not certain which it was
   */
  List<PaymentOrder> chargebacks(BankMovement movement, long fileId) {
    List<List<LedgerEntry>> fitting = new ArrayList<>();
    BankTransaction told = movement.told();
    if (told.references().endToEnd() != null) {
      known.called(told.references().endToEnd()).stream().map(ledger::paymentsOf).filter(parts -> fits(told, parts))
          .forEach(fitting::add);
    }
    return fitting.size() == 1 ? undoing(movement, fileId, fitting.get(0)) : List.of();
  }

  /** What takes back the newest payment of this amount to an account. */
  Optional<PaymentOrder> chargebackOn(String accountNumber, BankMovement movement, long fileId) {
    BankTransaction told = movement.told();
    return ledger.movementsOf(List.of(accountNumber)).stream()
        .filter(entry -> entry.type() == LedgerEntry.Type.PAYMENT && fits(told, List.of(entry)))
        .max(Comparator.comparing(LedgerEntry::valueDate).thenComparing(LedgerEntry::entryId))
        .map(payment -> undoing(movement, fileId, List.of(payment)).get(0));
  }

  private boolean fits(BankTransaction told, List<LedgerEntry> parts) {
    BigDecimal sum = parts.stream().map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(told.amount()) == 0 && parts.stream()
        .allMatch(part -> part.currency().equals(told.currency()) && !ledger.isUndone(part));
  }

  private static List<PaymentOrder> undoing(BankMovement movement, long fileId, List<LedgerEntry> parts) {
    BankTransaction told = movement.told();
    List<PaymentOrder> orders = new ArrayList<>();
    for (LedgerEntry part : parts) {
      orders.add(new PaymentOrder(BankPayments.partOf(movement.reference(), orders.size()), part.accountNumber(),
          PaymentOrder.Type.CHARGEBACK, part.amount(), part.currency(), told.valueDate(), part.reference(), fileId,
          told.line()));
    }
    return orders;
  }
}
