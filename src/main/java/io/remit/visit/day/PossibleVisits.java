package io.remit.visit.day;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorRepository;
import io.remit.gate.ContactBars;
import io.remit.gate.ContactLimits;
import io.remit.gate.ContactWindow;
import io.remit.visit.day.OpenVisits.OpenVisit;
import io.remit.visit.tour.Coordinates;
import io.remit.visit.tour.DayOfAgent;
import io.remit.visit.tour.Stop;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which open visits an agent could make on a day, and in which hours. */
@Component
class PossibleVisits {

  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final Geocoder geocoder;
  private final ContactLimits limits;
  private final ContactBars bars;
  private final BusinessCalendar calendar;

  PossibleVisits(CaseRepository cases, DebtorRepository debtors, Geocoder geocoder, ContactLimits limits,
      ContactBars bars, BusinessCalendar calendar) {
    this.cases = cases;
    this.debtors = debtors;
    this.geocoder = geocoder;
    this.limits = limits;
    this.bars = bars;
    this.calendar = calendar;
  }

  /** Where a visit is; empty if that is not known. */
  Optional<Coordinates> placeOf(OpenVisit visit) {
    return geocoder.placeOf(debtors.get(cases.get(visit.caseNumber()).debtorId()));
  }

  /**
   * The visit in the hours in which the gate's rules allow it on the agent's day; the gate itself is asked when the
   * agent is there.
   *
   * @return empty if no hour is left, or the debtor complained about the agent
   */
  Optional<Stop> stop(OpenVisit visit, Coordinates place, String agent, DayOfAgent day) {
    CollectionCase current = cases.get(visit.caseNumber());
    if (bars.isBarred(current.debtorId(), agent)) {
      return Optional.empty();
    }
    ContactWindow window = limits.windowOf(current.debtorId(), Channel.VISIT);
    Instant earliest = later(day.begin(), calendar.now());
    return window.next(earliest).filter(from -> from.isBefore(day.end())).map(from -> {
      Instant end = window.endOf(from);
      Instant last = (end.isBefore(day.end()) ? end : day.end()).minus(day.service());
      return new Stop(visit.caseNumber(), place, from, last, visit.due() != null && visit.due().isBefore(day.end()));
    }).filter(stop -> !stop.until().isBefore(stop.from()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
