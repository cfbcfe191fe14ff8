package io.remit.offer;

import io.remit.approval.Raised;
import io.remit.approval.SecondDecision;
import io.remit.approval.SecondDecision.Outcome;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.offer.Offer.Status;
import org.springframework.stereotype.Component;

/** Takes what another person decides on an offer above the limits. */
@Component
public class OfferApproval {

  private final OfferRepository offers;
  private final Offers life;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;

  OfferApproval(OfferRepository offers, Offers life, SecondPerson secondPerson, BusinessCalendar calendar) {
    this.offers = offers;
    this.life = life;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
  }

  /**
   * Whether somebody may decide on a proposed offer.
   *
   * @throws InvalidInputException if that person proposed it
   */
  public void mayDecide(MatterKey matter, String field, String userId) {
    mayDecide(life.get(matter), field, userId);
  }

  private void mayDecide(Offer offer, String field, String userId) {
    secondPerson.mustDecide(field, userId, new Raised(offer.caseNumber(), offer.proposedBy(), offer.proposedAt()),
        "is for another person: you proposed this offer yourself");
  }

  /**
   * Records the decision of another person than the proposer.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void decide(MatterKey matter, SecondDecision decision, String by) {
    String reason = EnteredText.note(decision.note());
    Offer offer = life.get(matter);
    mayDecide(offer, "outcome", by);
    if (decision.outcome() == Outcome.APPROVED && offer.isConditional() && !offer.payBy().isAfter(calendar.today())) {
      throw new InvalidInputException("outcome", "cannot be approved any more: the day to pay by is here");
    }
    offers.decide(offer.offerId(), by, reason, calendar.now());
    if (decision.outcome() == Outcome.APPROVED) {
      life.tell(offer, by, "Offer approved", reason);
    } else {
      life.end(offer, Status.REJECTED, by, reason);
    }
  }
}
