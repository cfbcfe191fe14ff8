package io.remit.offer;

import io.remit.cases.MatterKey;
import io.remit.cases.MatterKey.Kind;
import io.remit.contact.MatterText;
import io.remit.contact.notice.MatterValues;
import io.remit.contact.text.Placeholder;
import io.remit.offer.Offer.Status;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What texts say of an offer; they are true while it binds us. */
@Component
class OfferValues implements MatterValues {

  private final OfferRepository offers;

  OfferValues(OfferRepository offers) {
    this.offers = offers;
  }

  @Override
  public Kind kind() {
    return Kind.OFFER;
  }

  @Override
  public Optional<Map<Placeholder, String>> of(MatterKey matter, MatterText text) {
    Offer offer = offers.get(matter.number());
    return offer.status() != Status.SENT ? Optional.empty()
        : Optional.of(Map.of(Placeholder.OFFER_AMOUNT, money(offer, offer.payAmount()), Placeholder.OFFER_UNTIL,
            offer.payBy().toString(), Placeholder.OFFER_WAIVED, money(offer, offer.waivedAmount())));
  }

  private static String money(Offer offer, BigDecimal amount) {
    return offer.currency() + " " + amount.toPlainString();
  }
}
