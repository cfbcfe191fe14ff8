package io.remit.access;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * From where and when somebody may work.
 *
 * @param networks in CIDR notation; none for all
 * @param hours null for all
 */
record AccessLimit(Holder holder, List<String> networks, @Nullable Hours hours) {

  /** Whom it holds. */
  record Holder(Kind kind, String id) {

    enum Kind {
      USER, GROUP
    }
  }

  /**
   * Hours of some days.
   *
   * @param to not included; before {@code from} if the hours go over midnight, and then they count to the day on which
   *     they begin
   */
  record Hours(LocalTime from, LocalTime to, Set<DayOfWeek> days, ZoneId zone) {

    boolean include(Instant moment) {
      ZonedDateTime there = moment.atZone(zone);
      LocalTime time = there.toLocalTime();
      DayOfWeek day = there.getDayOfWeek();
      if (from.isBefore(to)) {
        return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
      }
      return !time.isBefore(from) && days.contains(day) || time.isBefore(to) && days.contains(day.minus(1));
    }
  }

  /** Why it keeps somebody out now, in words for that person; empty if it does not. */
  Optional<String> refuses(String address, Instant now) {
    if (!networks.isEmpty() && networks.stream().noneMatch(network -> new IpAddressMatcher(network).matches(address))) {
      return Optional.of("You may not work from this network (your address is " + address + ").");
    }
    if (hours != null && !hours.include(now)) {
      return Optional.of("You may work from " + hours.from() + " to " + hours.to() + " " + hours.zone()
          + " on your working days; it is not one of these hours.");
    }
    return Optional.empty();
  }
}
