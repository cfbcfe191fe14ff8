package io.remit.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * By how many days a case counts as younger for its stage than its oldest unpaid due date says.
 *
 * @param pausedDays days that a pause kept
 * @param movedDays days by which somebody moved the case: above zero back to an earlier stage, below zero ahead to a
 *     later one
 */
public record AgeShift(int pausedDays, int movedDays) {

  /** Both together, in days; below zero if the case counts as older. */
  public int days() {
    return pausedDays + movedDays;
  }

  /**
   * The shift once another due date is the oldest that is not paid. A payment never brings a case ahead that was moved
   * back; and it ends a move ahead, since the case is not any more what it was when somebody decided on it.
   *
   * @param pausedSinceNow the days since that date that a pause kept
   */
  AgeShift rebased(LocalDate before, LocalDate now, int pausedSinceNow) {
    int younger = Math.toIntExact(ChronoUnit.DAYS.between(before, now));
    int moved;
    if (movedDays >= 0) {
      moved = movedDays == 0 ? 0 : Math.max(movedDays - younger, 0);
    } else {
      moved = younger > 0 ? 0 : Math.min(movedDays - younger, 0);
    }
    return new AgeShift(pausedSinceNow, moved);
  }
}
