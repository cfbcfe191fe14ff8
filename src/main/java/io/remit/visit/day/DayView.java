package io.remit.visit.day;

import io.remit.ledger.Amount;
import io.remit.ledger.Money;
import io.remit.visit.VisitReports;
import io.remit.visit.day.OpenVisits.OpenVisit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A list of visits as its agent reads it: full of personal data, made anew each time, and never stored. */
@Component
class DayView {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final OpenVisits openVisits;
  private final VisitReports reports;
  private final ListedDebtors debtors;

  DayView(OpenVisits openVisits, VisitReports reports, ListedDebtors debtors) {
    this.openVisits = openVisits;
    this.reports = reports;
    this.debtors = debtors;
  }

  /** What became of a visit on a list. */
  enum State {
    OPEN, DONE,
    /** Nobody is to make it any more, or it is another's. */
    TAKEN_BACK
  }

  /**
   * One visit.
   *
   * @param arrival when the agent should be there, by the debtor's clock
   * @param from and until: the hours in which the gate allows it, by the debtor's clock
   * @param taskId of the open task; null if the visit is not open
   * @param agents how many go there
   */
  record Line(int position, String caseNumber, State state, @Nullable String taskId, String arrival, String from,
      String until, String name, String address, String currency, BigDecimal overdueAmount, int agents,
      List<String> safetyNotes, double latitude, double longitude) {
  }

  /**
   * A list.
   *
   * @param kilometres of the whole tour as the crow flies
   * @param withoutPlace how many open visits are on no list because nobody knows where they are
   */
  record Day(String agent, LocalDate day, Instant madeAt, double kilometres, int withoutPlace, double startLatitude,
      double startLongitude, List<Line> visits) {
  }

  Day of(VisitDay list) {
    Map<String, OpenVisit> open = openVisits.all().stream().filter(visit -> list.agent().equals(visit.agent()))
        .collect(Collectors.toMap(OpenVisit::caseNumber, visit -> visit, (a, b) -> a));
    return new Day(list.agent(), list.day(), list.madeAt(), list.kilometres(), list.withoutPlace(),
        list.start().latitude(), list.start().longitude(),
        list.stops().stream().map(stop -> line(list, stop, open.get(stop.caseNumber()))).toList());
  }

  private Line line(VisitDay list, VisitDay.Stop stop, @Nullable OpenVisit open) {
    ListedDebtors.Listed debtor = debtors.of(stop.caseNumber(), stop.arrival());
    State state = open != null ? State.OPEN : wasMade(list, stop) ? State.DONE : State.TAKEN_BACK;
    Amount overdue = debtor.overdue();
    return new Line(stop.position(), stop.caseNumber(), state, open == null ? null : open.taskId(),
        TIME.format(stop.arrival().atZone(debtor.zone())), TIME.format(stop.from().atZone(debtor.zone())),
        TIME.format(stop.until().atZone(debtor.zone())), debtor.name(), debtor.address(), overdue.currency(),
        Money.inScaleOf(overdue.currency(), overdue.value()), debtor.agents(), debtor.safetyNotes(),
        stop.place().latitude(), stop.place().longitude());
  }

  private boolean wasMade(VisitDay list, VisitDay.Stop stop) {
    return reports.of(stop.caseNumber()).stream().anyMatch(report -> !report.at().isBefore(list.madeAt()));
  }
}
