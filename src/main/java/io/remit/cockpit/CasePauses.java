package io.remit.cockpit;

import io.remit.cases.MatterKey;
import io.remit.hold.Hold;
import io.remit.hold.Holds;
import io.remit.offer.Offer;
import io.remit.offer.Offers;
import io.remit.plan.Plan;
import io.remit.plan.Plans;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pauses a case or its contacts, whichever way out it is. */
@Component
class CasePauses {

  private final Holds holds;
  private final Promises promises;
  private final Plans plans;
  private final Offers offers;

  CasePauses(Holds holds, Promises promises, Plans plans, Offers offers) {
    this.holds = holds;
    this.promises = promises;
    this.plans = plans;
    this.offers = offers;
  }

  /**
   * One thing that pauses a case now.
   *
   * @param what the reason of a hold, else how far it has come, such as {@code IN_FORCE} of a plan
   * @param stops {@code ALL}, or the channels that a hold stops; null where it is no hold
   * @param by user id of who began it, or Remit itself
   * @param until a hold: the first day on which it is over by itself; a promise or an offer: its last day, days of
   *     grace aside; a plan: the last day on which the debtor can accept it. Null if that is not said
   * @param reviewOn when a supervisor looks at a hold; null if something else ends it
   */
  record Pause(MatterKey.Kind kind, String what, @Nullable String stops, Instant since, String by,
      @Nullable LocalDate until, @Nullable LocalDate reviewOn) {
  }

  /** Holds first. */
  List<Pause> of(String caseNumber) {
    Stream<Pause> held = holds.inForce(caseNumber).stream().map(CasePauses::pause);
    Stream<Pause> promised = promises.ofCase(caseNumber).stream()
        .filter(promise -> promise.status() == Promise.Status.OPEN || promise.status() == Promise.Status.PROPOSED)
        .map(CasePauses::pause);
    Stream<Pause> planned = plans.ofCase(caseNumber).stream().filter(plan -> plan.status().isOpen())
        .map(CasePauses::pause);
    Stream<Pause> offered = offers.ofCase(caseNumber).stream().filter(offer -> offer.status().isOpen())
        .map(CasePauses::pause);
    return Stream.of(held, promised, planned, offered).flatMap(each -> each).toList();
  }

  private static Pause pause(Hold hold) {
    return new Pause(MatterKey.Kind.HOLD, hold.reason().name(), hold.rule().stops(), hold.raisedAt(), hold.raisedBy(),
        hold.until(), hold.reviewOn());
  }

  private static Pause pause(Promise promise) {
    return new Pause(MatterKey.Kind.PROMISE, promise.status().name(), null, promise.takenAt(), promise.takenBy(),
        promise.promisedFor(), null);
  }

  private static Pause pause(Plan plan) {
    return new Pause(MatterKey.Kind.PLAN, plan.status().name(), null, plan.proposedAt(), plan.proposedBy(),
        plan.status() == Plan.Status.OFFERED ? plan.offeredUntil() : null, null);
  }

  private static Pause pause(Offer offer) {
    return new Pause(MatterKey.Kind.OFFER, offer.status().name(), null, offer.proposedAt(), offer.proposedBy(),
        offer.payBy(), null);
  }
}
