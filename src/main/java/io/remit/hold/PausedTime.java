package io.remit.hold;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.PausedDays;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The days by which a case does not grow older: from the first day of a hold to the day before it ended. */
@Component
class PausedTime implements PausedDays {

  private final HoldRepository holds;
  private final BusinessCalendar calendar;

  PausedTime(HoldRepository holds, BusinessCalendar calendar) {
    this.holds = holds;
    this.calendar = calendar;
  }

  /** A day under two holds counts once, and one before the debt was overdue not at all: it did not grow older then. */
  @Override
  public int since(String caseNumber, LocalDate dueDate) {
    TreeSet<LocalDate> days = new TreeSet<>();
    holds.aboutDebtsOf(caseNumber).stream()
        .filter(hold -> hold.rule().keepsTime() && hold.rule().stopsAll() && !hold.inForce())
        .forEach(hold -> addDays(hold, days));
    return days.tailSet(dueDate, false).size();
  }

  private void addDays(Hold hold, Set<LocalDate> days) {
    LocalDate end = calendar.dayOf(Objects.requireNonNull(hold.releasedAt(), "it is over"));
    if (end.isAfter(hold.from())) {
      hold.from().datesUntil(end).forEach(days::add);
    }
  }
}
