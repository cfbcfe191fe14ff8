package io.remit.gate;

import java.time.LocalTime;

/** Hours of a day, in somebody's own zone; they may go past midnight. */
public record Hours(LocalTime from, LocalTime to) {

  /** Whether every moment of other hours, whose first is in these, is in these. */
  boolean coversAllOf(Hours other) {
    return minutesFrom(from, other.to) >= minutesFrom(other.from, other.to)
        && minutesFrom(from, other.to) <= minutesFrom(from, to);
  }

  /** From one time of day to the next time that it is another; a whole day if they are the same. */
  private static long minutesFrom(LocalTime first, LocalTime last) {
    return Math.floorMod(last.toSecondOfDay() - first.toSecondOfDay() - 1L, 86_400L) + 1;
  }

  boolean contain(LocalTime time) {
    return from.isBefore(to) ? !time.isBefore(from) && time.isBefore(to) : !time.isBefore(from) || time.isBefore(to);
  }
}
