package io.remit.gate;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hours of the day that suit a debtor, as told; they hold in every jurisdiction and for whatever has an hour.
 *
 * @param onlyThen hours in which alone contact is wanted, or null
 * @param notThen hours in which no contact is wanted, or null
 */
public record SuitableHours(@Nullable Hours onlyThen, @Nullable Hours notThen) {

  /** Nothing was told. */
  public static final SuitableHours ANY = new SuitableHours(null, null);

  /** Whether a moment suits, by the clock of the place where the debtor lives. */
  boolean suit(Instant moment, ZoneId zone) {
    LocalTime time = moment.atZone(zone).toLocalTime();
    return (onlyThen == null || onlyThen.contain(time)) && (notThen == null || !notThen.contain(time));
  }

  /** Whether the debtor named an hour. */
  boolean areAgreed(LocalTime time) {
    return onlyThen != null && onlyThen.contain(time);
  }

  /** The times of day at which something changes. */
  List<LocalTime> changes() {
    return Stream.of(onlyThen, notThen).filter(hours -> hours != null)
        .flatMap(hours -> Stream.of(hours.from(), hours.to())).toList();
  }
}
