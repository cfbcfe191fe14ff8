package io.remit.gate;

import io.remit.gate.ContactRule.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the gate asks of a contact.
 *
 * @param name as decisions name it, unless rows of the contact policy do
 * @param rows the kinds of rows of the contact policy that it applies: its decisions carry their names; none if its own
 * @param check a pure function
 */
record GateRule(String name, Set<Kind> rows, Check check) {

  /** What a rule says of a contact. */
  @FunctionalInterface
  interface Check {

    /** @return what is in the way of the contact at a moment; empty if nothing is, as far as this rule knows */
    Optional<Obstacle> at(ContactQuestion question, Instant moment);
  }

  /**
   * What is in the way of a contact.
   *
   * @param rule its name
   * @param until from then on, at the earliest, it is not; empty if no time would help
   */
  record Obstacle(String rule, Optional<Instant> until) {
  }

  /** A rule that forbids a contact at any time. */
  static GateRule forbids(String name, Predicate<ContactQuestion> inTheWay) {
    return new GateRule(name, Set.of(), (question, moment) -> inTheWay.test(question)
        ? Optional.of(new Obstacle(name, Optional.empty())) : Optional.empty());
  }

  /** A rule that forbids a contact before a moment; the function gives null where it forbids none. */
  static GateRule postpones(String name, Function<ContactQuestion, @Nullable Instant> until) {
    return new GateRule(name, Set.of(), (question, moment) -> Optional.ofNullable(until.apply(question))
        .filter(moment::isBefore).map(end -> new Obstacle(name, Optional.of(end))));
  }

  /** A rule that applies rows of the contact policy. */
  static GateRule applies(String name, Set<Kind> rows, Check check) {
    return new GateRule(name, rows, check);
  }
}
