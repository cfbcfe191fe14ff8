package io.remit.hold;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.KeptDays;
import io.remit.cases.PausedDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * The days by which a case does not grow older: from the first day of a hold to the day before it ended, and what
 * others keep for it.
 */
@Component
class PausedTime implements PausedDays {

  private final HoldRepository holds;
  private final List<KeptDays> others;
  private final BusinessCalendar calendar;

  PausedTime(HoldRepository holds, List<KeptDays> others, BusinessCalendar calendar) {
    this.holds = holds;
    this.others = others;
    this.calendar = calendar;
  }

  /** A day under two holds counts once, and one before the debt was overdue not at all: it did not grow older then. */
  @Override
  public int since(String caseNumber, LocalDate dueDate) {
    TreeSet<LocalDate> days = new TreeSet<>();
    holds.aboutDebtsOf(caseNumber).stream()
        .filter(hold -> hold.rule().keepsTime() && hold.rule().stopsAll() && !hold.inForce())
        .forEach(hold -> addDays(hold, days));
    others.forEach(other -> days.addAll(other.of(caseNumber)));
    return days.tailSet(dueDate, false).size();
  }

  private void addDays(Hold hold, Set<LocalDate> days) {
    LocalDate end = calendar.dayOf(Objects.requireNonNull(hold.releasedAt(), "it is over"));
    if (end.isAfter(hold.from())) {
      hold.from().datesUntil(end).forEach(days::add);
    }
  }
}
