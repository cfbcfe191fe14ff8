package io.remit.gate;

import io.remit.cases.CollectionCase.Status;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.ContactQuestion.ThirdParty;
import io.remit.gate.ContactQuestion.Wording;
import java.time.Instant;
import java.util.Optional;

/** How the gate answers: a pure function of the question and the time. */
final class GateRules {

  /** Caps and hours push one another on: so often at most until a moment is found. */
  private static final int STEPS = 100;

  private GateRules() {
  }

  /** A rule that is in the way. */
  private record Obstacle(String rule, Optional<Instant> until) {
  }

  static GateDecision decide(ContactQuestion question, Instant now) {
    Caps caps = new Caps(question.rules(), question.place().zones(), question.history().contacts(), question.number());
    String counters = counters(question, caps, now);
    if (question.answer() && question.wording() == Wording.APPROVED && question.address() == Address.USABLE) {
      return new GateDecision(true, "answer-to-debtor", counters, null);
    }
    Optional<String> whatever = inTheWayAtAnyTime(question);
    if (whatever.isPresent()) {
      return GateDecision.deny(whatever.get(), counters, null);
    }
    Optional<Obstacle> first = inTheWayAt(question, caps, now);
    return first.map(obstacle -> GateDecision.deny(obstacle.rule(), counters, freeFrom(question, caps, obstacle)))
        .orElseGet(() -> GateDecision.allow(counters));
  }

  private static Optional<String> inTheWayAtAnyTime(ContactQuestion question) {
    if (question.status() == Status.CLOSED) {
      return Optional.of("case-closed");
    }
    if (question.status() == Status.HELD && question.purpose() != Purpose.TERMS) {
      return Optional.of("on-hold");
    }
    if (question.actorBarred()) {
      return Optional.of("complaint-about-person");
    }
    if (question.channelHeld()) {
      return Optional.of("channel-on-hold");
    }
    if (!question.somethingDue()) {
      return Optional.of("nothing-due");
    }
    if (question.stageLeft()) {
      return Optional.of("stage-left");
    }
    if (!question.stageAllows() && question.purpose() == Purpose.COLLECTION) {
      return Optional.of("channel-not-in-stage");
    }
    if (question.wording() != Wording.APPROVED) {
      return Optional.of(ruleOf(question.wording()));
    }
    if (question.optedOut()) {
      return Optional.of("opted-out");
    }
    if (question.address() != Address.USABLE) {
      return Optional.of(ruleOf(question.address()));
    }
    Optional<String> consentNeeded = question.purpose() != Purpose.COLLECTION ? Optional.empty() : question.rules()
        .stream().filter(rule -> rule.kind() == ContactRule.Kind.WITH_CONSENT).map(ContactRule::name).findFirst();
    if (consentNeeded.isPresent()) {
      return consentNeeded;
    }
    return question.thirdParty() == ThirdParty.CLOSED ? Optional.of("third-party-closed")
        : question.thirdParty() == ThirdParty.DEBTOR_NOT_LOST ? Optional.of("third-party-debtor-not-lost")
        : Optional.empty();
  }

  private static String ruleOf(Wording wording) {
    return switch (wording) {
      case NOT_APPROVED -> "text-not-approved";
      case ANNOUNCES_ANOTHER_STEP -> "text-announces-another-step";
      case THREATENS_BARRED_DEBT -> "time-barred";
      case FOR_SOMEBODY_ELSE -> "text-for-somebody-else";
      case INCOMPLETE -> "text-incomplete";
      case OUTDATED -> "text-outdated";
      case TOO_LONG -> "text-too-long";
      case APPROVED -> throw new IllegalArgumentException("an approved text is no obstacle");
    };
  }

  private static String ruleOf(Address address) {
    return switch (address) {
      case NONE -> "no-address-for-channel";
      case INVALID -> "address-invalid";
      case WRONG -> "address-of-somebody-else";
      case UNWANTED -> "address-unwanted";
      case USABLE -> throw new IllegalArgumentException("a usable address is no obstacle");
    };
  }

  private static Optional<Obstacle> inTheWayAt(ContactQuestion question, Caps caps, Instant moment) {
    Instant regionOpens = question.regionClosedUntil();
    if (regionOpens != null && moment.isBefore(regionOpens)) {
      return Optional.of(new Obstacle("region-closed", Optional.of(regionOpens)));
    }
    Instant pausedUntil = question.pausedUntil();
    if (question.purpose() == Purpose.COLLECTION && pausedUntil != null && moment.isBefore(pausedUntil)) {
      return Optional.of(new Obstacle("promise-running", Optional.of(pausedUntil)));
    }
    Instant uncertainUntil = question.uncertainUntil();
    if (question.purpose() == Purpose.COLLECTION && uncertainUntil != null && moment.isBefore(uncertainUntil)) {
      return Optional.of(new Obstacle("amount-uncertain", Optional.of(uncertainUntil)));
    }
    Optional<String> closed = question.window().brokenAt(moment);
    if (closed.isPresent()) {
      return Optional.of(new Obstacle(closed.get(), question.window().next(moment)));
    }
    return question.purpose() == Purpose.CONFIRMATION || question.purpose() == Purpose.TERMS ? Optional.empty()
        : caps.usedUpAt(moment).map(used -> new Obstacle(used.rule().name(), Optional.of(used.until())));
  }

  /**
   * The first moment at which nothing is in the way any more, if nobody else contacts the debtor; null if there is
   * none.
   */
  private static Instant freeFrom(ContactQuestion question, Caps caps, Obstacle first) {
    Optional<Obstacle> obstacle = Optional.of(first);
    for (int step = 0; step < STEPS && obstacle.get().until().isPresent(); step++) {
      Instant moment = obstacle.get().until().get();
      obstacle = inTheWayAt(question, caps, moment);
      if (obstacle.isEmpty()) {
        return moment;
      }
    }
    return null;
  }

  private static String counters(ContactQuestion question, Caps caps, Instant now) {
    String used = caps.countersAt(now);
    String where = "rules of " + question.place().jurisdictions() + " in " + question.place().zones();
    return used.isEmpty() ? where : where + "; " + used;
  }
}
