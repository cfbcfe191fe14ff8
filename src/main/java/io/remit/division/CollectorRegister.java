package io.remit.division;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.InvalidInputException;
import io.remit.division.CollectorEntry.Days;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is known of the collectors, and when they are away. */
@Component
public class CollectorRegister {

  private final CollectorRepository collectors;
  private final CollectorEntry entry;
  private final Workforce workforce;
  private final AbsenceTimer timer;
  private final Roster roster;
  private final CaseProcess process;
  private final BusinessCalendar calendar;

  CollectorRegister(CollectorRepository collectors, CollectorEntry entry, Workforce workforce, AbsenceTimer timer,
      Roster roster, CaseProcess process, BusinessCalendar calendar) {
    this.collectors = collectors;
    this.entry = entry;
    this.workforce = workforce;
    this.timer = timer;
    this.roster = roster;
    this.process = process;
    this.calendar = calendar;
  }

  List<Collector> all() {
    return collectors.all();
  }

  /** The collector, if anything is known. */
  public Optional<Collector> find(String userId) {
    return collectors.find(userId);
  }

  /** The absences that are not over, by user id. */
  Map<String, List<Absence>> absences() {
    return collectors.absencesFrom(calendar.today()).stream().collect(Collectors.groupingBy(Absence::userId));
  }

  /** Whether the user is in the collectors' group. */
  boolean isCollector(String userId) {
    return workforce.collectors().contains(userId);
  }

  /** @throws InvalidInputException that names the field */
  Collector save(String userId, CollectorEntry.Entered entered) {
    Collector checked = entry.collector(userId, entered);
    save(checked);
    return checked;
  }

  /** Takes what is known of a collector, checked. */
  public void save(Collector collector) {
    process.together(() -> {
      collectors.save(collector);
      return null;
    });
    roster.readAnew();
  }

  /**
   * Gives a collector no more cases; those that are there stay until the next run.
   *
   * @return false if nothing was known
   */
  public boolean remove(String userId) {
    boolean removed = collectors.remove(userId);
    roster.readAnew();
    return removed;
  }

  /**
   * Enters an absence: when it begins, the collector's open cases are divided anew.
   *
   * @param from ISO date, today or later
   * @param to ISO date of the last day
   * @throws InvalidInputException that names the field
   */
  public Absence addAbsence(String userId, String from, String to, String actor) {
    Days days = entry.absence(from, to);
    Absence added = process.together(() -> {
      Absence absence = collectors.addAbsence(userId, days.first(), days.last(), actor, calendar.now());
      timer.start(absence.absenceId());
      return absence;
    });
    roster.readAnew();
    return added;
  }

  /**
   * Takes an absence back. Cases that were divided because of it stay where they are.
   *
   * @return false if there is none
   */
  public boolean removeAbsence(String userId, long absenceId) {
    boolean removed = collectors.removeAbsence(userId, absenceId);
    roster.readAnew();
    return removed;
  }
}
