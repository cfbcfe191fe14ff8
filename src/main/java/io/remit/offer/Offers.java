package io.remit.offer;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.contact.MatterText;
import io.remit.contact.notice.MatterMessages;
import io.remit.hold.Agreements;
import io.remit.hold.Hold.Reason;
import io.remit.ledger.Ledger;
import io.remit.offer.Offer.Status;
import io.remit.offer.Offer.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The life of offers. One that was sent binds us until its day, whatever becomes of its case; while it runs a hold
 * pauses contact. What an offer became is written down before anything is booked or told.
 */
@Component
public class Offers {

  private static final String MODEL = "settlement-offer";

  private final OfferRepository offers;
  private final Ledger ledger;
  private final Agreements agreements;
  private final MatterMessages messages;
  private final MatterProcess matters;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Offers(OfferRepository offers, Ledger ledger, Agreements agreements, MatterMessages messages, MatterProcess matters,
      BusinessCalendar calendar, Timeline timeline) {
    this.offers = offers;
    this.ledger = ledger;
    this.agreements = agreements;
    this.messages = messages;
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
    agreements.proposed(offer.key());
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
    agreements.begin(matter, Reason.OFFER, by, hold -> offers.rememberHold(offer.offerId(), hold));
  }

  /** When an offer is over: at the start of business on the day after its last day, days of grace included. */
  public Instant overAt(MatterKey matter) {
    Offer offer = get(matter);
    return calendar.startOfBusiness(offer.payBy().plusDays(offer.terms().graceDays() + 1L));
  }

  /** Ends the pause of an offer that is over; nothing happens if it ended with the case. */
  public void release(MatterKey matter, String by) {
    Offer offer = get(matter);
    agreements.release(matter, offer.holdId(), by, "OFFER_" + offer.status().name());
  }

  void end(Offer offer, Status status, String by, @Nullable String why) {
    offers.end(offer.offerId(), status, calendar.now());
    agreements.ended(offer.key());
    tell(offer, by, "Offer " + status.name().toLowerCase(Locale.ROOT), why);
  }

  void tell(Offer offer, String by, String text, @Nullable String data) {
    timeline.add(offer.caseNumber(), EntryKind.OFFER, by, text, data);
  }

  static String words(Offer offer) {
    String waived = offer.currency() + " " + offer.waivedAmount().toPlainString() + " waived";
    return offer.isConditional() ? waived + " if " + offer.currency() + " " + offer.payAmount().toPlainString()
        + " is paid by " + offer.payBy() : waived;
  }
}
