package io.remit.cases;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An hour of each day at which something happens.
 *
 * @param hour null for at once
 * @param zone in which the hour is read
 */
public record DailyHour(@Nullable LocalTime hour, ZoneId zone) {

  /**
   * Reads a setting.
   *
   * @param setting such as {@code 17:00}; empty for at once
   * @throws java.time.format.DateTimeParseException if it is neither
   */
  public static DailyHour of(String setting, ZoneId zone) {
    return new DailyHour(setting.isBlank() ? null : LocalTime.parse(setting.strip()), zone);
  }

  /** The next such hour from a moment on, of that day or the next; the moment itself for at once. */
  public Instant next(Instant from) {
    if (hour == null) {
      return from;
    }
    ZonedDateTime today = from.atZone(zone).with(hour);
    return (today.toInstant().isBefore(from) ? today.plusDays(1) : today).toInstant();
  }

  /** Whether the hour of a moment's day has come. */
  public boolean hasCome(Instant now) {
    return hour == null || !LocalTime.ofInstant(now, zone).isBefore(hour);
  }

  /** Whether nothing waits for an hour. */
  public boolean isAtOnce() {
    return hour == null;
  }
}
