package io.remit.payment;

import io.remit.cases.BooksPolicy;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.OpenLedger;
import io.remit.cases.Postings;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import io.remit.ledger.PostingResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts payments, and what undoes them, on the accounts that they name. A payment for a closed or placed case is
 * posted, too, and the case's timeline says so.
 */
@Component
public class PaymentPosting {

  private final Postings postings;
  private final PaymentNotes notes;
  private final BooksPolicy policy;
  private final BusinessCalendar calendar;

  PaymentPosting(Postings postings, PaymentNotes notes, BooksPolicy policy, BusinessCalendar calendar) {
    this.postings = postings;
    this.notes = notes;
    this.policy = policy;
    this.calendar = calendar;
  }

  /**
   * Posts a batch of a file in one transaction: it succeeds for all orders (some may be refused by rule) or throws and
   * changes nothing. What is booked counts at once, also if it is valued later; a value date so far ahead that it must
   * be a mistake is refused, as is a booking date that is ahead. What the creditor's last statement contains is kept
   * and does not count again.
   *
   * @return one result per order, in order
   */
  @Transactional
  public List<PostingResult> post(List<PaymentOrder> batch) {
    return postings.together(open -> post(batch, order -> misdated(order).orElseGet(() -> open.post(order))));
  }

  /**
   * Posts orders in a batch that is open.
   *
   * @return one result per order, in order
   */
  List<PostingResult> post(List<PaymentOrder> orders, OpenLedger open) {
    return post(orders, open::post);
  }

  private List<PostingResult> post(List<PaymentOrder> orders, Function<PaymentOrder, PostingResult> book) {
    PaymentNotes.Before before = notes.before(orders.stream().map(PaymentOrder::accountNumber).toList());
    List<PostingResult> results = new ArrayList<>(orders.size());
    for (PaymentOrder order : orders) {
      PostingResult result = book.apply(order);
      if (result.outcome() == Outcome.POSTED) {
        notes.payment(order, before);
      }
      results.add(result);
    }
    return results;
  }

  private Optional<PostingResult> misdated(PaymentOrder order) {
    if (order.bookingDate() != null && order.bookingDate().isAfter(calendar.latestValueDate())) {
      return Optional.of(PostingResult.refused("booking_date", "booking-date-in-future",
          "The booking date is more than a day ahead."));
    }
    return order.valueDate().isAfter(policy.latestValueDate(calendar.today()))
        ? Optional.of(PostingResult.refused("value_date", "value-date-in-future", "The value date is too far ahead."))
        : Optional.empty();
  }
}
