package io.remit.visit.day;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Timeline;
import io.remit.visit.day.OpenVisits.OpenVisit;
import io.remit.visit.tour.Coordinates;
import io.remit.visit.tour.DayOfAgent;
import io.remit.visit.tour.Stop;
import io.remit.visit.tour.Tour;
import io.remit.visit.tour.TourPlanner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the lists of visits, and gives their visits to the agents. A visit goes to the agent who starts nearest; one
 * that is no longer on the list, because the list is made anew, taken over or dissolved, is nobody's again.
 */
@Component
public class VisitDays {

  private static final LocalTime BEGIN = LocalTime.of(8, 0);
  private static final LocalTime END = LocalTime.of(19, 0);

  private final VisitDayRepository lists;
  private final FieldAgentRegister agents;
  private final OpenVisits openVisits;
  private final PossibleVisits possible;
  private final VisitSettings settings;
  private final BusinessCalendar calendar;
  private final ZoneId zone;

  /** @param zone of agents of whom nobody entered another */
  VisitDays(VisitDayRepository lists, FieldAgentRegister agents, OpenVisits openVisits, PossibleVisits possible,
      VisitSettings settings, BusinessCalendar calendar, @Value("${remit.zone:UTC}") ZoneId zone) {
    this.lists = lists;
    this.agents = agents;
    this.openVisits = openVisits;
    this.possible = possible;
    this.settings = settings;
    this.calendar = calendar;
    this.zone = zone;
  }

  /** The list of an agent for a day, as it was made. */
  public Optional<VisitDay> find(String agent, LocalDate day) {
    return lists.find(agent, day);
  }

  /** Makes the lists of a day for all agents who were entered, are not absent, and have none. */
  @Transactional
  public void makeAll(LocalDate day) {
    agents.all().stream().filter(agent -> !agent.isAway(day) && lists.find(agent.userId(), day).isEmpty())
        .forEach(agent -> make(agent.userId(), day, Timeline.SYSTEM));
  }

  /**
   * Makes an agent's list for a day, in place of one that was made before.
   *
   * @param by user id
   * @return empty if the agent is absent on that day
   */
  @Transactional
  public Optional<VisitDay> make(String agent, LocalDate day, String by) {
    dissolve(agent, day);
    lists.daysOf(agent, day.minusDays(1)).stream().filter(other -> other.isBefore(day))
        .forEach(before -> dissolve(agent, before));
    return planned(agent, day, by, Set.of());
  }

  /** Takes a list back: its visits that were not made are nobody's again. */
  @Transactional
  public void dissolve(String agent, LocalDate day) {
    lists.find(agent, day).ifPresent(list -> {
      Map<String, OpenVisit> open = openByCase();
      list.stops().forEach(stop -> {
        OpenVisit visit = open.get(stop.caseNumber());
        if (visit != null && agent.equals(visit.agent())) {
          openVisits.free(visit);
        }
      });
      lists.remove(agent, day);
    });
  }

  /**
   * Another agent takes a list over: what was not made yet joins the other's visits of that day, before what else could
   * be visited.
   *
   * @param by user id
   * @return the other's list; empty if there is nothing to take over, or the other is absent
   */
  @Transactional
  public Optional<VisitDay> handOver(String agent, LocalDate day, String to, String by) {
    Optional<VisitDay> list = lists.find(agent, day);
    if (list.isEmpty() || isAway(to, day)) {
      return Optional.empty();
    }
    Set<String> taken = list.get().stops().stream().map(VisitDay.Stop::caseNumber).collect(Collectors.toSet());
    lists.find(to, day).ifPresent(own -> own.stops().forEach(stop -> taken.add(stop.caseNumber())));
    dissolve(agent, day);
    dissolve(to, day);
    return planned(to, day, by, taken);
  }

  /** The agent is absent: the lists of these days are taken back. */
  @Transactional
  public void absent(FieldAgent agent) {
    lists.daysOf(agent.userId(), calendar.today()).stream().filter(agent::isAway)
        .forEach(day -> dissolve(agent.userId(), day));
  }

  private boolean isAway(String agent, LocalDate day) {
    return agents.find(agent).filter(known -> known.isAway(day)).isPresent();
  }

  /** @param first cases whose visits go before others, wherever else an agent is nearer */
  private Optional<VisitDay> planned(String agent, LocalDate day, String by, Set<String> first) {
    if (isAway(agent, day)) {
      return Optional.empty();
    }
    Map<OpenVisit, Coordinates> places = new LinkedHashMap<>();
    int withoutPlace = 0;
    for (OpenVisit visit : openVisits.all()) {
      if (visit.agent() == null || visit.agent().equals(agent)) {
        Optional<Coordinates> place = possible.placeOf(visit);
        place.ifPresent(found -> places.put(visit, found));
        withoutPlace += place.isPresent() ? 0 : 1;
      }
    }
    DayOfAgent hours = hoursOf(agent, day, places);
    List<FieldAgent> others = agents.all().stream()
        .filter(other -> !other.userId().equals(agent) && !other.isAway(day)).toList();
    Map<String, OpenVisit> candidates = new HashMap<>();
    List<Stop> stops = new ArrayList<>();
    places.forEach((visit, place) -> {
      boolean preferred = first.contains(visit.caseNumber()) || agent.equals(visit.agent());
      if (preferred || isOfArea(hours.start(), place, others)) {
        possible.stop(visit, place, agent, hours).ifPresent(stop -> {
          candidates.put(stop.key(), visit);
          stops.add(preferred ? new Stop(stop.key(), stop.place(), stop.from(), stop.until(), true) : stop);
        });
      }
    });
    return Optional.of(kept(agent, day, by, hours, TourPlanner.plan(hours, stops), candidates, withoutPlace));
  }

  private VisitDay kept(String agent, LocalDate day, String by, DayOfAgent hours, Tour tour,
      Map<String, OpenVisit> candidates, int withoutPlace) {
    List<VisitDay.Stop> listed = new ArrayList<>();
    tour.visits().forEach(visit -> listed.add(new VisitDay.Stop(listed.size() + 1, visit.stop().key(),
        visit.stop().place(), visit.arrival(), visit.stop().from(), visit.stop().until())));
    lists.add(new VisitDay(0, agent, day, calendar.now(), by, hours.start(), tour.kilometres(), withoutPlace, listed));
    listed.forEach(stop -> openVisits.give(Objects.requireNonNull(candidates.get(stop.caseNumber())), agent,
        stop.position(), stop.arrival()));
    return lists.find(agent, day).orElseThrow();
  }

  /** Near enough, and no other agent who works that day starts nearer. */
  private boolean isOfArea(Coordinates start, Coordinates place, List<FieldAgent> others) {
    double distance = start.kilometresTo(place);
    return distance <= settings.reach()
        && others.stream().noneMatch(other -> other.start().kilometresTo(place) < distance);
  }

  private DayOfAgent hoursOf(String agent, LocalDate day, Map<OpenVisit, Coordinates> places) {
    Optional<FieldAgent> known = agents.find(agent);
    ZoneId clock = known.map(FieldAgent::zone).orElse(zone);
    Instant begin = day.atTime(known.map(FieldAgent::begins).orElse(BEGIN)).atZone(clock).toInstant();
    Instant end = day.atTime(known.map(FieldAgent::ends).orElse(END)).atZone(clock).toInstant();
    Instant now = calendar.now();
    return new DayOfAgent(known.map(FieldAgent::start).orElseGet(() -> amidst(places)),
        now.isAfter(begin) && now.isBefore(end) ? now : begin, end,
        known.map(FieldAgent::mostVisits).orElse(settings.mostVisits()), settings.service(),
        settings.kilometresAnHour());
  }

  /** Of an agent of whom nobody entered where the day begins: the place with the most other visits in reach. */
  private Coordinates amidst(Map<OpenVisit, Coordinates> places) {
    Set<Coordinates> different = new HashSet<>(places.values());
    return different.stream().max(Comparator
        .comparingLong((Coordinates place) -> places.values().stream()
            .filter(other -> other.kilometresTo(place) <= settings.reach()).count())
        .thenComparing(Coordinates::latitude).thenComparing(Coordinates::longitude))
        .orElse(new Coordinates(0, 0));
  }

  private Map<String, OpenVisit> openByCase() {
    return openVisits.all().stream().collect(Collectors.toMap(OpenVisit::caseNumber, visit -> visit, (a, b) -> a));
  }
}
