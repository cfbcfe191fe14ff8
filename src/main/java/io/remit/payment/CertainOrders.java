package io.remit.payment;

import io.remit.cases.AgreedAccounts;
import io.remit.cases.BusinessCalendar;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerRepository;
import io.remit.ledger.PaymentOrder;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is to be booked of a movement, where it is certain for whom it is. */
@Component
class CertainOrders {

  private final PaymentCandidates search;
  private final ReturnedPayments returned;
  private final AccountRepository accounts;
  private final AgreedAccounts agreed;
  private final BusinessCalendar calendar;

  CertainOrders(PaymentCandidates search, ReturnedPayments returned, AccountRepository accounts, AgreedAccounts agreed,
      BusinessCalendar calendar) {
    this.search = search;
    this.returned = returned;
    this.accounts = accounts;
    this.agreed = agreed;
    this.calendar = calendar;
  }

  /** @return the orders, one for each account; none if a person has to look at the movement */
  List<PaymentOrder> of(BankMovement movement) {
    boolean forAPerson = movement.told().bookingDate().isAfter(calendar.latestValueDate())
        || movement.told().payments() > 1;
    if (forAPerson) {
      return List.of();
    }
    return movement.told().kind() == Kind.CHARGEBACK ? chargebacks(movement) : payments(movement);
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

  /** The first part of a payment bears its reference, so that the payment is known again however it is divided. */
  static String partOf(String reference, int index) {
    return index == 0 ? reference : reference + LedgerRepository.PART + (index + 1);
  }
}
