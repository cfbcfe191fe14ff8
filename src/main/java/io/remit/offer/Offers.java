package io.remit.offer;

import io.remit.cases.AccountsChanged;
import io.remit.cases.AgreedAccounts;
import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseLifecycle;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.EntryKind;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.contact.MatterText;
import io.remit.contact.notice.MatterMessages;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import io.remit.ledger.Ledger;
import io.remit.ledger.PostingResult;
import io.remit.offer.Offer.Status;
import io.remit.offer.Offer.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The life of offers. One that was sent binds us until its day, whatever becomes of its case; while it runs a hold
 * pauses contact. What an offer became is written down before anything is booked or told.
 */
@Component
public class Offers {

  /** The case of an offer is closed before it was sent: what its process is told. */
  private static final String CASE_CLOSED = "CASE_CLOSED";
  private static final String MODEL = "settlement-offer";

  private final OfferRepository offers;
  private final OfferWaiver waiver;
  private final Bookings bookings;
  private final MatterMessages messages;
  private final Holds holds;
  private final AgreedAccounts agreed;
  private final CaseLifecycle lifecycle;
  private final Ledger ledger;
  private final CaseRepository cases;
  private final MatterProcess matters;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Offers(OfferRepository offers, OfferWaiver waiver, Bookings bookings, MatterMessages messages, Holds holds,
      AgreedAccounts agreed, CaseLifecycle lifecycle, Ledger ledger, CaseRepository cases, MatterProcess matters,
      BusinessCalendar calendar, Timeline timeline) {
    this.offers = offers;
    this.waiver = waiver;
    this.bookings = bookings;
    this.messages = messages;
    this.holds = holds;
    this.agreed = agreed;
    this.lifecycle = lifecycle;
    this.ledger = ledger;
    this.cases = cases;
    this.matters = matters;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Records an offer that was checked and starts its process. */
  MatterKey propose(String caseNumber, OfferChecks.Draft draft, String by) {
    WaiverLimits limits = draft.limits();
    Offer offer = offers.get(offers.insert(new Offer(0, caseNumber, draft.currency(), draft.payAmount(), draft.payBy(),
        draft.waived(), draft.reason(), new Terms(limits.approval(), limits.graceDays()), ledger.newestEntryId(),
        Status.PROPOSED, calendar.now(), by, null, null, null)));
    agreed.name(offer.key());
    tell(offer, by, "Offer proposed" + (limits.approval() ? "; another person decides on it" : ""), words(offer));
    matters.start(offer.key(), MODEL);
    return offer.key();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such offer */
  public Offer get(MatterKey offer) {
    return offers.get(offer.number());
  }

  /** The offers of a case, the newest last. */
  public List<Offer> ofCase(String caseNumber) {
    return offers.ofCase(caseNumber);
  }

  /** The offer of a case that is not over yet. */
  Optional<Offer> openOf(String caseNumber) {
    return offers.ofCase(caseNumber).stream().filter(offer -> offer.status().isOpen()).findFirst();
  }

  /** Sends an offer to the debtor: from now on it binds us, and contact pauses. */
  public void send(MatterKey matter, String by) {
    Offer offer = get(matter);
    offers.sent(offer.offerId(), calendar.now());
    tell(offer, by, "Offer sent: it binds us until " + offer.payBy(), words(offer));
    messages.tell(matter, MatterText.SETTLEMENT_OFFER);
    holds.raise(HoldRequest.of(matter.caseNumber(), Reason.OFFER, null, by))
        .ifPresent(hold -> offers.rememberHold(offer.offerId(), hold.number()));
    agreed.setInForce(matter, true);
    lifecycle.agreementBegan(matter.caseNumber());
  }

  /**
   * Waives at once what no condition stands for.
   *
   * @return FULFILLED
   */
  public String waiveAtOnce(MatterKey matter) {
    fulfil(get(matter), bookings::book);
    return Status.FULFILLED.name();
  }

  /** When an offer is over: at the start of business on the day after its last day, days of grace included. */
  public Instant overAt(MatterKey matter) {
    Offer offer = get(matter);
    return calendar.startOfBusiness(offer.payBy().plusDays(offer.terms().graceDays() + 1L));
  }

  /**
   * The day of an offer is over: decides what became of it. One that was fulfilled meanwhile stays so.
   *
   * @return FULFILLED or LAPSED
   */
  public String judge(MatterKey matter) {
    cases.lock(matter.caseNumber());
    Offer offer = get(matter);
    if (offer.status() != Status.SENT) {
      return offer.status().name();
    }
    if (waiver.isEarned(offer)) {
      fulfil(offer, bookings::book);
      return Status.FULFILLED.name();
    }
    end(offer, Status.LAPSED, Timeline.SYSTEM, null);
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
    end(offer, Status.FULFILLED, Timeline.SYSTEM, words(offer));
    waiver.book(offer, book);
  }

  /** The case of an offer has ended; one that was not sent yet ends with it. */
  public void endWithCase(String caseNumber) {
    openOf(caseNumber).filter(offer -> offer.status() == Status.PROPOSED).ifPresent(offer -> {
      end(offer, Status.CANCELLED, Timeline.SYSTEM, "the case is closed");
      matters.changed(offer.key(), CASE_CLOSED);
    });
  }

  /** Ends the pause of an offer that is over; nothing happens if it ended with the case. */
  public void release(MatterKey matter, String by) {
    Offer offer = get(matter);
    if (offer.holdId() != null) {
      holds.release(new MatterKey(matter.caseNumber(), MatterKey.Kind.HOLD, offer.holdId()), by,
          "OFFER_" + offer.status().name());
    }
  }

  void end(Offer offer, Status status, String by, String why) {
    offers.end(offer.offerId(), status, calendar.now());
    agreed.setInForce(offer.key(), false);
    tell(offer, by, "Offer " + status.name().toLowerCase(Locale.ROOT), why);
  }

  void tell(Offer offer, String by, String text, String data) {
    timeline.add(offer.caseNumber(), EntryKind.OFFER, by, text, data);
  }

  private static String words(Offer offer) {
    String waived = offer.currency() + " " + offer.waivedAmount().toPlainString() + " waived";
    return offer.isConditional() ? waived + " if " + offer.currency() + " " + offer.payAmount().toPlainString()
        + " is paid by " + offer.payBy() : waived;
  }
}
