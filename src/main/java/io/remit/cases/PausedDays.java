package io.remit.cases;

import java.time.LocalDate;

/** How long collection of a case was paused in a way that does not count against the debtor. */
public interface PausedDays {

  /**
   * The days after a due date on which the time was kept by a pause that is over. A day on which nothing was overdue
   * yet is none of them.
   */
  int since(String caseNumber, LocalDate dueDate);
}
