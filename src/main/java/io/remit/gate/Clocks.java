package io.remit.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compares how clocks go in time zones. */
final class Clocks {

  private final Map<Pair, Boolean> known = new ConcurrentHashMap<>();

  private record Pair(ZoneId one, ZoneId other, int year) {
  }

  /** Whether the clocks of two zones show the same, all through the year of a moment and the next. */
  boolean agree(ZoneId one, ZoneId other, Instant moment) {
    return one.equals(other) || known.computeIfAbsent(
        new Pair(one, other, moment.atZone(ZoneOffset.UTC).getYear()), Clocks::compare);
  }

  private static boolean compare(Pair pair) {
    Instant begin = LocalDate.of(pair.year(), 1, 1).minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = LocalDate.of(pair.year() + 2, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return agreeAt(pair, begin) && agreeAtChangesOf(pair.one(), pair, begin, end)
        && agreeAtChangesOf(pair.other(), pair, begin, end);
  }

  private static boolean agreeAtChangesOf(ZoneId zone, Pair pair, Instant begin, Instant end) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(begin);
    while (change != null && change.getInstant().isBefore(end)) {
      if (!agreeAt(pair, change.getInstant())) {
        return false;
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return true;
  }

  private static boolean agreeAt(Pair pair, Instant moment) {
    return pair.one().getRules().getOffset(moment).equals(pair.other().getRules().getOffset(moment));
  }
}
