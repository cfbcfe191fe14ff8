package io.remit.access;

import io.remit.access.AccessLimit.Holder;
import io.remit.access.AccessLimit.Hours;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** A limit as an administrator sends it, checked field by field. */
record AccessLimitEntry(@Nullable List<String> networks, @Nullable EnteredHours hours) {

  private static final int MOST_NETWORKS = 40;
  /** Addresses only: a name would be asked of a name server, and could lead elsewhere tomorrow. */
  private static final Pattern NUMERIC = Pattern.compile(
      "[0-9]{1,3}(\\.[0-9]{1,3}){3}(/[0-9]{1,2})?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*(/[0-9]{1,3})?");

  /** @param days names such as MONDAY; missing for every day */
  record EnteredHours(@Nullable String from, @Nullable String to, @Nullable List<String> days, @Nullable String zone) {
  }

  /** @throws InvalidInputException that names the field */
  AccessLimit checkedFor(Holder holder) {
    List<String> given = networks == null ? List.of() : networks;
    if (given.isEmpty() && hours == null) {
      throw new InvalidInputException("networks", "give networks, hours or both; to lift a limit delete it");
    }
    if (given.size() > MOST_NETWORKS) {
      throw new InvalidInputException("networks", "has more than " + MOST_NETWORKS + " values");
    }
    for (int i = 0; i < given.size(); i++) {
      checkNetwork("networks[" + i + "]", given.get(i));
    }
    return new AccessLimit(holder, given, hours == null ? null : checked(hours));
  }

  private static void checkNetwork(String field, @Nullable String network) {
    if (network == null || !NUMERIC.matcher(network).matches() || !isNetwork(network)) {
      throw new InvalidInputException(field, "must be a network such as 192.0.2.0/24 or 2001:db8::/32");
    }
  }

  private static boolean isNetwork(String numeric) {
    try {
      new IpAddressMatcher(numeric);
      return true;
    } catch (IllegalArgumentException outOfRange) {
      return false;
    }
  }

  private static Hours checked(EnteredHours entered) {
    LocalTime from = time("hours.from", entered.from());
    LocalTime to = time("hours.to", entered.to());
    if (from.equals(to)) {
      throw new InvalidInputException("hours.to", "is the same as hours.from");
    }
    return new Hours(from, to, days(entered.days()), zone(entered.zone()));
  }

  private static LocalTime time(String field, @Nullable String entered) {
    try {
      return LocalTime.parse(entered == null ? "" : entered);
    } catch (DateTimeException noTime) {
      throw new InvalidInputException(field, "must be a time such as 08:30");
    }
  }

  private static Set<DayOfWeek> days(@Nullable List<String> entered) {
    if (entered == null || entered.isEmpty()) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    return EnteredText.choices("hours.days", entered, DayOfWeek.class);
  }

  private static ZoneId zone(@Nullable String entered) {
    if (entered == null || !ZoneId.getAvailableZoneIds().contains(entered)) {
      throw new InvalidInputException("hours.zone", "must be a time zone such as Europe/Berlin");
    }
    return ZoneId.of(entered);
  }
}
