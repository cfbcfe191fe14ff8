package io.remit.offer;

import io.remit.approval.Raised;
import io.remit.approval.SecondDecision;
import io.remit.approval.SecondDecision.Outcome;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.hold.Holds;
import io.remit.offer.Offer.Status;
import io.remit.plan.Plans;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks what people enter about offers, and does it. */
@Component
public class OfferEntry {

  private final OfferRepository offers;
  private final OfferChecks checks;
  private final Offers life;
  private final Plans plans;
  private final Holds holds;
  private final CaseRepository cases;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;

  OfferEntry(OfferRepository offers, OfferChecks checks, Offers life, Plans plans, Holds holds, CaseRepository cases,
      SecondPerson secondPerson, BusinessCalendar calendar) {
    this.offers = offers;
    this.checks = checks;
    this.life = life;
    this.plans = plans;
    this.holds = holds;
    this.cases = cases;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
  }

  /**
   * Proposes an offer. Within the limits of {@code waiver-limits} it is sent, or booked if it has no condition; above
   * them another person decides on it first.
   *
   * @param by user id
   * @return empty if the case is closed
   * @throws InvalidInputException that names the field, and the limit where there is one
   */
  @Transactional
  public Optional<MatterKey> propose(String caseNumber, OfferRequest request, String by) {
    if (cases.lock(caseNumber).status() == CollectionCase.Status.CLOSED) {
      return Optional.empty();
    }
    if (life.openOf(caseNumber).isPresent()) {
      throw new InvalidInputException("case", "has an offer that is not over yet; one that was sent binds us");
    }
    if (plans.openOf(caseNumber).isPresent()) {
      throw new InvalidInputException("case", "has a plan that is not over yet");
    }
    holds.pausedFor(caseNumber).stream().filter(reason -> !reason.leavesRoomForTerms()).findFirst()
        .ifPresent(reason -> {
          throw new InvalidInputException("case", "is on hold, which comes first: " + reason);
        });
    return Optional.of(life.propose(caseNumber, checks.check(caseNumber, request), by));
  }

  /**
   * Whether somebody may decide on a proposed offer.
   *
   * @throws InvalidInputException if he proposed it
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
