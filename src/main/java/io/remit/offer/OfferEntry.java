package io.remit.offer;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.hold.Holds;
import io.remit.plan.Plans;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks what people enter about offers, and does it. */
@Component
public class OfferEntry {

  private final OfferChecks checks;
  private final Offers life;
  private final Plans plans;
  private final Holds holds;
  private final CaseRepository cases;

  OfferEntry(OfferChecks checks, Offers life, Plans plans, Holds holds, CaseRepository cases) {
    this.checks = checks;
    this.life = life;
    this.plans = plans;
    this.holds = holds;
    this.cases = cases;
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
}
