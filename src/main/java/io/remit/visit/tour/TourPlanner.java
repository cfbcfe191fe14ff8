package io.remit.visit.tour;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Parameter;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity.JobActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Solutions;
import io.remit.visit.tour.Tour.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans a short tour through stops in their hours, by jsprit. The same stops always give the same tour. */
public final class TourPlanner {

  private static final int ITERATIONS = 300;
  private static final long SEED = 4711;
  private static final int HIGH_PRIORITY = 1;
  private static final int LOW_PRIORITY = 8;

  private TourPlanner() {
  }

  /**
   * A tour through as many stops as the day allows, the urgent ones before others; what does not fit is left out. Stops
   * of which the order matters to nobody are told by their keys.
   */
  public static Tour plan(DayOfAgent day, List<Stop> stops) {
    List<Stop> possible = stops.stream().filter(stop -> isPossible(day, stop)).sorted(Comparator.comparing(Stop::key))
        .toList();
    if (possible.isEmpty()) {
      return new Tour(List.of(), 0);
    }
    VehicleRoutingAlgorithm algorithm = Jsprit.Builder.newInstance(problem(day, possible))
        .setProperty(Parameter.THREADS, "1").setProperty(Parameter.FAST_REGRET, "true").setRandom(new Random(SEED))
        .buildAlgorithm();
    algorithm.setMaxIterations(ITERATIONS);
    return tour(day, possible, Solutions.bestOf(algorithm.searchSolutions()));
  }

  private static boolean isPossible(DayOfAgent day, Stop stop) {
    Instant earliest = day.begin().plus(travel(day, day.start().kilometresTo(stop.place())));
    Instant arrival = earliest.isAfter(stop.from()) ? earliest : stop.from();
    return !arrival.isAfter(stop.until());
  }

  private static Duration travel(DayOfAgent day, double kilometres) {
    return Duration.ofSeconds(Math.round(kilometres / day.kilometresAnHour() * 3600));
  }

  private static VehicleRoutingProblem problem(DayOfAgent day, List<Stop> stops) {
    Location start = location("start", day.start());
    VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance("agent").addCapacityDimension(0, day.mostStops())
        .setCostPerDistance(1).setCostPerTransportTime(0).build();
    VehicleImpl agent = VehicleImpl.Builder.newInstance("agent").setType(type).setStartLocation(start)
        .setReturnToDepot(true).setEarliestStart(0).setLatestArrival(seconds(day, day.end())).build();
    VehicleRoutingProblem.Builder problem = VehicleRoutingProblem.Builder.newInstance().addVehicle(agent)
        .setFleetSize(FleetSize.FINITE).setRoutingCost(new CrowFlies(day.kilometresAnHour()));
    stops.forEach(stop -> problem.addJob(Service.Builder.newInstance(stop.key()).addSizeDimension(0, 1)
        .setLocation(location(stop.key(), stop.place())).setServiceTime((double) day.service().toSeconds())
        .setTimeWindow(TimeWindow.newInstance(Math.max(0, seconds(day, stop.from())), seconds(day, stop.until())))
        .setPriority(stop.urgent() ? HIGH_PRIORITY : LOW_PRIORITY).build()));
    return problem.build();
  }

  private static Location location(String id, Coordinates place) {
    return Location.Builder.newInstance().setId(id)
        .setCoordinate(com.graphhopper.jsprit.core.util.Coordinate.newInstance(place.longitude(), place.latitude()))
        .build();
  }

  private static double seconds(DayOfAgent day, Instant moment) {
    return Duration.between(day.begin(), moment).toSeconds();
  }

  private static Tour tour(DayOfAgent day, List<Stop> stops, VehicleRoutingProblemSolution solution) {
    Map<String, Stop> byKey = stops.stream().collect(Collectors.toMap(Stop::key, Function.identity()));
    List<Planned> visits = new ArrayList<>();
    for (VehicleRoute route : solution.getRoutes()) {
      route.getActivities().forEach(activity -> {
        Stop stop = Objects.requireNonNull(byKey.get(((JobActivity) activity).getJob().getId()));
        double arrival = Math.max(activity.getArrTime(), activity.getTheoreticalEarliestOperationStartTime());
        visits.add(new Planned(stop, day.begin().plusSeconds(Math.round(arrival))));
      });
    }
    return new Tour(visits, Tour.kilometres(day.start(),
        visits.stream().map(visit -> visit.stop().place()).toList()));
  }
}
