package io.remit.hold;

import io.remit.cases.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** The days by which a case does not grow older. */
final class PausedTime {

  private PausedTime() {
  }

  /**
   * The days on which at least one of these holds, which are over, kept the time: from the day it was raised to the day
   * before it ended. A day under two holds counts once.
   */
  static int days(List<Hold> holds, BusinessCalendar calendar) {
    TreeSet<LocalDate> days = new TreeSet<>();
    holds.stream().filter(hold -> hold.rule().keepsTime() && hold.rule().stopsAll() && !hold.inForce())
        .forEach(hold -> days.addAll(daysOf(hold.raisedAt(), hold.releasedAt(), calendar)));
    return days.size();
  }

  private static List<LocalDate> daysOf(Instant from, Instant to, BusinessCalendar calendar) {
    return calendar.dayOf(from).datesUntil(calendar.dayOf(to)).toList();
  }
}
