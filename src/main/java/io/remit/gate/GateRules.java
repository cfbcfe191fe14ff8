package io.remit.gate;

import static io.remit.gate.GateRule.applies;
import static io.remit.gate.GateRule.forbids;
import static io.remit.gate.GateRule.postpones;

import io.remit.cases.CollectionCase.Status;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.ContactQuestion.ThirdParty;
import io.remit.gate.ContactQuestion.Wording;
import io.remit.gate.ContactRule.Kind;
import io.remit.gate.GateRule.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the gate answers: a pure function of the question and the time. */
final class GateRules {

  /** All that the gate asks, in this order: the first rule that is in the way denies the contact. */
  static final List<GateRule> IN_ORDER = List.of(
      forbids("case-closed", question -> question.caseNow().status() == Status.CLOSED),
      forbids("on-hold", question -> question.caseNow().status() == Status.HELD && !isAbout(question, Purpose.TERMS)),
      forbids("complaint-about-person", question -> question.debtorNow().actorBarred()),
      forbids("channel-on-hold", question -> question.caseNow().channelHeld()),
      forbids("nothing-due", question -> !question.caseNow().somethingDue()),
      forbids("stage-left", question -> question.caseNow().stageLeft()),
      forbids("channel-not-in-stage", question -> collects(question) && !question.caseNow().stageAllows()),
      wording("text-not-approved", Wording.NOT_APPROVED),
      wording("text-incomplete", Wording.INCOMPLETE),
      wording("text-too-long", Wording.TOO_LONG),
      wording("text-announces-another-step", Wording.ANNOUNCES_ANOTHER_STEP),
      wording("time-barred", Wording.THREATENS_BARRED_DEBT),
      wording("text-for-somebody-else", Wording.FOR_SOMEBODY_ELSE),
      wording("text-outdated", Wording.OUTDATED),
      forbids("opted-out", question -> question.debtorNow().optedOut()),
      address("no-address-for-channel", Address.NONE),
      address("address-invalid", Address.INVALID),
      address("address-of-somebody-else", Address.WRONG),
      address("address-unwanted", Address.UNWANTED),
      applies("consent", Set.of(Kind.WITH_CONSENT), (question, moment) -> consentNeeded(question)),
      forbids("third-party-debtor-not-lost",
          question -> question.debtorNow().thirdParty() == ThirdParty.DEBTOR_NOT_LOST),
      forbids("third-party-closed", question -> question.debtorNow().thirdParty() == ThirdParty.CLOSED),
      forbids("safety-note", question -> question.debtorNow().unsafe()),
      postpones("region-closed", question -> question.debtorNow().regionClosedUntil()),
      postpones("promise-running", question -> collects(question) ? question.caseNow().pausedUntil() : null),
      postpones("amount-uncertain", question -> collects(question) ? question.caseNow().uncertainUntil() : null),
      applies("hours", Set.of(Kind.HOURS, Kind.NOT_ON_SUNDAYS, Kind.NOT_ON_WEEKDAYS, Kind.NOT_ON_HOLIDAYS),
          GateRules::outsideHours),
      applies("caps", Set.of(Kind.CAP, Kind.REST_AFTER_CONVERSATION), GateRules::capUsedUp));

  /** Caps and hours push one another on: so often at most until a moment is found. */
  private static final int STEPS = 100;

  private GateRules() {
  }

  static GateDecision decide(ContactQuestion question, Instant now) {
    String counters = counters(question, now);
    if (question.wanted().answer() && question.wanted().wording() == Wording.APPROVED
        && question.debtorNow().address() == Address.USABLE) {
      return new GateDecision(true, "answer-to-debtor", counters, null);
    }
    return inTheWayAt(question, now)
        .map(obstacle -> GateDecision.deny(obstacle.rule(), counters, freeFrom(question, obstacle)))
        .orElseGet(() -> GateDecision.allow(counters));
  }

  private static Optional<Obstacle> inTheWayAt(ContactQuestion question, Instant moment) {
    return IN_ORDER.stream().flatMap(rule -> rule.check().at(question, moment).stream()).findFirst();
  }

  /**
   * The first moment at which nothing is in the way any more, if nobody else contacts the debtor; null if there is
   * none.
   */
  private static @Nullable Instant freeFrom(ContactQuestion question, Obstacle first) {
    Optional<Obstacle> obstacle = Optional.of(first);
    for (int step = 0; step < STEPS && obstacle.get().until().isPresent(); step++) {
      Instant moment = obstacle.get().until().get();
      obstacle = inTheWayAt(question, moment);
      if (obstacle.isEmpty()) {
        return moment;
      }
    }
    return null;
  }

  private static GateRule wording(String name, Wording wording) {
    return forbids(name, question -> question.wanted().wording() == wording);
  }

  private static GateRule address(String name, Address address) {
    return forbids(name, question -> question.debtorNow().address() == address);
  }

  private static boolean isAbout(ContactQuestion question, Purpose purpose) {
    return question.wanted().purpose() == purpose;
  }

  private static boolean collects(ContactQuestion question) {
    return isAbout(question, Purpose.COLLECTION);
  }

  private static Optional<Obstacle> consentNeeded(ContactQuestion question) {
    return !collects(question) ? Optional.empty() : question.limits().rules().stream()
        .filter(rule -> rule.kind() == Kind.WITH_CONSENT).map(rule -> new Obstacle(rule.name(), Optional.empty()))
        .findFirst();
  }

  private static Optional<Obstacle> outsideHours(ContactQuestion question, Instant moment) {
    ContactWindow window = question.limits().window();
    return window.brokenAt(moment).map(rule -> new Obstacle(rule, window.next(moment)));
  }

  private static Optional<Obstacle> capUsedUp(ContactQuestion question, Instant moment) {
    return isAbout(question, Purpose.CONFIRMATION) || isAbout(question, Purpose.TERMS) ? Optional.empty()
        : question.limits().caps().usedUpAt(moment)
            .map(used -> new Obstacle(used.rule().name(), Optional.of(used.until())));
  }

  private static String counters(ContactQuestion question, Instant now) {
    Place place = question.limits().place();
    String used = question.limits().caps().countersAt(now);
    String where = "rules of " + place.jurisdictions() + " in " + place.zones();
    return used.isEmpty() ? where : where + "; " + used;
  }
}
