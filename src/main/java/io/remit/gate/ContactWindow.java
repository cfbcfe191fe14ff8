package io.remit.gate;

import io.remit.gate.ContactRule.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The hours and days on which a debtor may be contacted: inside them are the moments that no rule forbids in any zone
 * in which the debtor may be.
 */
public final class ContactWindow {

  /** Rules that leave no moment in so many days leave none at all. */
  private static final int HORIZON_DAYS = 62;

  private final List<ContactRule> rules;
  private final List<ZoneId> zones;
  private final Predicate<LocalDate> holiday;
  private final SuitableHours suitable;
  private final ZoneId home;

  /**
   * @param rules of which those about hours and days count
   * @param holiday whether a day is a public holiday where the debtor is
   * @param suitable hours that suit the debtor
   * @param home the zone by whose clock they were told
   */
  ContactWindow(List<ContactRule> rules, Place place, Predicate<LocalDate> holiday, SuitableHours suitable,
      ZoneId home) {
    this.rules = rules;
    this.zones = List.copyOf(place.zones());
    this.holiday = holiday;
    this.suitable = suitable;
    this.home = home;
  }

  /** Whether no rule forbids a moment. */
  public boolean contains(Instant moment) {
    return brokenAt(moment).isEmpty();
  }

  /** The name of the first rule that forbids a moment; what the debtor wants comes last. */
  Optional<String> brokenAt(Instant moment) {
    return rules.stream().filter(rule -> zones.stream().anyMatch(zone -> breaks(rule, moment.atZone(zone))))
        .map(ContactRule::name).findFirst()
        .or(() -> suitable.suit(moment, home) ? Optional.empty() : Optional.of(GateDecision.HOURS_THAT_SUIT));
  }

  private boolean breaks(ContactRule rule, ZonedDateTime local) {
    return switch (rule.kind()) {
      case HOURS -> rule.weekdays().contains(local.getDayOfWeek()) && !isInside(rule, local.toLocalTime());
      case NOT_ON_SUNDAYS -> local.getDayOfWeek() == DayOfWeek.SUNDAY;
      case NOT_ON_WEEKDAYS -> rule.weekdays().contains(local.getDayOfWeek());
      case NOT_ON_HOLIDAYS -> holiday.test(local.toLocalDate());
      case CAP, REST_AFTER_CONVERSATION, WITH_CONSENT -> false;
    };
  }

  private boolean isInside(ContactRule rule, LocalTime time) {
    return !time.isBefore(rule.from()) && time.isBefore(rule.to())
        || rule.unlessAgreed() && suitable.areAgreed(time);
  }

  /** The first moment from this one on that is inside; empty if the rules leave none. */
  public Optional<Instant> next(Instant moment) {
    if (contains(moment)) {
      return Optional.of(moment);
    }
    LocalDate first = LocalDate.ofInstant(moment, zones.get(0)).minusDays(1);
    for (LocalDate day = first; day.isBefore(first.plusDays(HORIZON_DAYS)); day = day.plusDays(1)) {
      Optional<Instant> found = changesOn(day).stream().filter(change -> change.isAfter(moment))
          .filter(this::contains).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The last moment of the window in which a moment, or the next one inside, lies; itself outside. */
  public Instant endOf(Instant moment) {
    Instant inside = next(moment).orElse(moment);
    LocalDate first = LocalDate.ofInstant(inside, zones.get(0)).minusDays(1);
    for (LocalDate day = first; day.isBefore(first.plusDays(4)); day = day.plusDays(1)) {
      Optional<Instant> end = changesOn(day).stream().filter(change -> change.isAfter(inside))
          .filter(change -> !contains(change)).findFirst();
      if (end.isPresent()) {
        return end.get();
      }
    }
    return inside;
  }

  /** The moments at which a rule begins or ceases to forbid: in between nothing changes. */
  private SortedSet<Instant> changesOn(LocalDate day) {
    List<LocalTime> times = new ArrayList<>(List.of(LocalTime.MIDNIGHT));
    rules.stream().filter(rule -> rule.kind() == Kind.HOURS).forEach(rule -> {
      times.add(rule.from());
      times.add(rule.to());
    });
    // an hour that was agreed to counts in each of the zones, as the rule that it widens does
    times.addAll(suitable.changes());
    TreeSet<Instant> changes = new TreeSet<>();
    for (ZoneId zone : zones) {
      times.forEach(time -> changes.add(day.atTime(time).atZone(zone).toInstant()));
    }
    suitable.changes().forEach(time -> changes.add(day.atTime(time).atZone(home).toInstant()));
    return changes;
  }
}
