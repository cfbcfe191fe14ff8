package io.remit.offer;

import io.remit.cases.AccountsChanged;
import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.CaseEnded;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.ledger.PostingResult;
import io.remit.offer.Offer.Status;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds out what becomes of offers: when their day is over, and after every change of the debtor's accounts. */
@Component
public class OfferReview {

  /** The case of an offer is closed before it was sent: what its process is told. */
  private static final String CASE_CLOSED = "CASE_CLOSED";

  private final OfferRepository offers;
  private final Offers life;
  private final OfferWaiver waiver;
  private final Bookings bookings;
  private final CaseRepository cases;
  private final MatterProcess matters;

  OfferReview(OfferRepository offers, Offers life, OfferWaiver waiver, Bookings bookings, CaseRepository cases,
      MatterProcess matters) {
    this.offers = offers;
    this.life = life;
    this.waiver = waiver;
    this.bookings = bookings;
    this.cases = cases;
    this.matters = matters;
  }

  /**
   * Waives at once what no condition stands for.
   *
   * @return FULFILLED
   */
  public String waiveAtOnce(MatterKey matter) {
    fulfil(life.get(matter), bookings::book);
    return Status.FULFILLED.name();
  }

  /**
   * The day of an offer is over: decides what became of it. One that was fulfilled meanwhile stays so.
   *
   * @return FULFILLED or LAPSED
   */
  public String judge(MatterKey matter) {
    cases.lock(matter.caseNumber());
    Offer offer = life.get(matter);
    if (offer.status() != Status.SENT) {
      return offer.status().name();
    }
    if (waiver.isEarned(offer)) {
      fulfil(offer, bookings::book);
      return Status.FULFILLED.name();
    }
    life.end(offer, Status.LAPSED, Timeline.SYSTEM, null);
    return Status.LAPSED.name();
  }

  /** An offer whose condition is met is fulfilled at once, before its case follows; also when the case is closed. */
  @EventListener
  void accountsChanged(AccountsChanged changed) {
    CollectionCase its = cases.get(changed.caseNumber());
    offers.sentTo(its.debtorId(), its.currency(), its.accountNumber()).stream().filter(waiver::isEarned)
        .forEach(offer -> {
          fulfil(offer, bookings::bookBeforeCaseFollows);
          matters.changed(offer.key(), Status.FULFILLED.name());
        });
  }

  private void fulfil(Offer offer, Function<Booking, PostingResult> book) {
    life.end(offer, Status.FULFILLED, Timeline.SYSTEM, Offers.words(offer));
    waiver.book(offer, book);
  }

  /** An offer that was not sent yet ends with its case. */
  @EventListener
  @Order(CaseEnded.AGREEMENTS + 3)
  void caseEnded(CaseEnded ended) {
    life.openOf(ended.caseNumber()).filter(offer -> offer.status() == Status.PROPOSED).ifPresent(offer -> {
      life.end(offer, Status.CANCELLED, Timeline.SYSTEM, "the case is closed");
      matters.changed(offer.key(), CASE_CLOSED);
    });
  }
}
