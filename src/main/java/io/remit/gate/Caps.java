package io.remit.gate;

import io.remit.cases.Channel;
import io.remit.gate.ContactRule.Counted;
import io.remit.gate.ContactRule.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts what was done to reach a debtor against what a policy allows. */
final class Caps {

  private final List<ContactRule> rules;
  private final Set<ZoneId> zones;
  private final List<PastContact> contacts;
  private final @Nullable String number;

  /** @param number that is to be called, or null */
  Caps(List<ContactRule> rules, Set<ZoneId> zones, List<PastContact> contacts, @Nullable String number) {
    this.rules = rules;
    this.zones = zones;
    this.contacts = contacts;
    this.number = number;
  }

  /**
   * A cap that is used up.
   *
   * @param until from then on, at the earliest, it is not
   */
  record UsedUp(ContactRule rule, Instant until) {
  }

  /** The first rule that leaves nothing at a moment. */
  Optional<UsedUp> usedUpAt(Instant moment) {
    return rules.stream().map(rule -> until(rule, moment).map(until -> new UsedUp(rule, until)).orElse(null))
        .filter(Objects::nonNull).findFirst();
  }

  private Optional<Instant> until(ContactRule rule, Instant moment) {
    return switch (rule.kind()) {
      case CAP -> capUntil(rule, moment);
      case REST_AFTER_CONVERSATION -> restUntil(rule, moment);
      case HOURS, NOT_ON_SUNDAYS, NOT_ON_WEEKDAYS, NOT_ON_HOLIDAYS, WITH_CONSENT -> Optional.empty();
    };
  }

  private Optional<Instant> capUntil(ContactRule rule, Instant moment) {
    return zones.stream().map(zone -> counted(rule, moment, zone)).filter(found -> found.size() >= rule.atMost())
        .map(found -> found.get(found.size() - rule.atMost()))
        .map(oldestInTheWay -> zones.stream().map(zone -> freeAgain(rule, oldestInTheWay, zone))
            .max(Comparator.naturalOrder()).orElseThrow())
        .max(Comparator.naturalOrder());
  }

  private static Instant freeAgain(ContactRule rule, PastContact contact, ZoneId zone) {
    return rule.days() == 1 ? startOf(dayOf(contact.at(), zone).plusDays(1), zone)
        : contact.at().plus(Duration.ofDays(rule.days()));
  }

  private List<PastContact> counted(ContactRule rule, Instant moment, ZoneId zone) {
    return contacts.stream().filter(contact -> counts(Objects.requireNonNull(rule.counted()), contact))
        .filter(contact -> freeAgain(rule, contact, zone).isAfter(moment)).toList();
  }

  private boolean counts(Counted counted, PastContact contact) {
    return switch (counted) {
      case MESSAGES -> contact.isMessage();
      case CALLS -> contact.isCall();
      case CONTACTS -> !contact.incoming();
      case TELEPHONE_CONTACTS -> !contact.incoming() && contact.channel().isByPhone();
      case CALLS_AND_VISITS -> !contact.incoming() && !contact.channel().isMessage();
      case VISITS -> !contact.incoming() && contact.channel() == Channel.VISIT;
      case ANSWERED_CALLS -> contact.mayHaveBeenAnswered();
      case UNANSWERED_CALLS -> contact.mayHaveBeenUnanswered() && Objects.equals(contact.number(), number);
    };
  }

  private Optional<Instant> restUntil(ContactRule rule, Instant moment) {
    return contacts.stream().filter(PastContact::wasConversation)
        .flatMap(contact -> zones.stream().map(zone -> startOf(dayOf(contact.at(), zone).plusDays(rule.days()), zone)))
        .filter(end -> end.isAfter(moment)).max(Comparator.naturalOrder());
  }

  /** How far each cap is used, such as {@code calls-in-seven-days 3 of 7}. */
  String countersAt(Instant moment) {
    return rules.stream().filter(rule -> rule.kind() == Kind.CAP)
        .map(rule -> rule.name() + " " + zones.stream().mapToInt(zone -> counted(rule, moment, zone).size()).max()
            .orElse(0)
            + " of " + rule.atMost())
        .collect(Collectors.joining("; "));
  }

  private static LocalDate dayOf(Instant moment, ZoneId zone) {
    return LocalDate.ofInstant(moment, zone);
  }

  private static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
