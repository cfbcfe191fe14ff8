package io.remit.plan;

import java.time.LocalDate;

/** How often an instalment of a plan falls due. */
public enum Interval {
  MONTHLY, FORTNIGHTLY, WEEKLY;

  /**
   * The due date of one instalment. A month that lacks the day of the first one has it on its last day, and the months
   * after it have the day again.
   *
   * @param first due date of the first instalment
   * @param index 0 for the first one
   */
  LocalDate dueDate(LocalDate first, int index) {
    return switch (this) {
      case MONTHLY -> first.plusMonths(index);
      case FORTNIGHTLY -> first.plusWeeks(2L * index);
      case WEEKLY -> first.plusWeeks(index);
    };
  }
}
