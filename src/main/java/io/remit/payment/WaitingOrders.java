package io.remit.payment;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.ledger.WaitingOrder;
import io.remit.ledger.WaitingOrderRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders of payments files that do not count: people see them, and reject what will never be right. */
@Component
public class WaitingOrders {

  private static final int MOST_SHOWN = 1000;

  private final WaitingOrderRepository orders;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;

  WaitingOrders(WaitingOrderRepository orders, SecondPerson secondPerson, BusinessCalendar calendar) {
    this.orders = orders;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
  }

  /** Those that wait, the oldest first, and no more than a person can look at. */
  @Transactional
  public List<WaitingOrder> all() {
    orders.forgetCounting();
    return orders.waiting(MOST_SHOWN);
  }

  /**
   * Rejects an order: it never counts, whatever comes later. Its reference stays used, so that the same order is known
   * when it is sent again; the corrected one needs another.
   *
   * @param reason why, for the record
   * @param by user id
   * @return false if no such order waits
   * @throws io.remit.cases.InvalidInputException if no reason is given, or the user sent the file
   */
  @Transactional
  public boolean reject(long entryId, String reason, String by) {
    String why = EnteredText.reason(reason);
    Optional<WaitingOrder> order = orders.find(entryId);
    order.ifPresent(waiting -> {
      secondPerson.mustDecide("order", by, new Raised(null, waiting.deliveredBy(), waiting.since()),
          "is for another person: you sent the file with this order yourself");
      orders.reject(entryId, by, why, calendar.now());
    });
    return order.isPresent();
  }
}
