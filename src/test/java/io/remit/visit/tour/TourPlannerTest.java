package io.remit.visit.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.visit.tour.Tour.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How short tours are, and that they keep the hours. */
@Tag("long")
class TourPlannerTest {

  private static final Coordinates START = new Coordinates(52.52, 13.405);
  private static final Instant BEGIN = Instant.parse("2007-09-03T08:00:00Z");
  private static final Instant END = Instant.parse("2007-09-03T20:00:00Z");

  private static DayOfAgent day(int most) {
    return new DayOfAgent(START, BEGIN, END, most, Duration.ofMinutes(20), 25);
  }

  /** In a square of some 30 kilometres about the start. */
  private static List<Stop> stops(int count, long seed) {
    Random random = new Random(seed);
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stops.add(new Stop("C" + i, new Coordinates(52.52 + (random.nextDouble() - 0.5) * 0.27,
          13.405 + (random.nextDouble() - 0.5) * 0.44), BEGIN, END, false));
    }
    return stops;
  }

  private static List<Coordinates> places(List<Stop> stops) {
    return stops.stream().map(Stop::place).toList();
  }

  private static double nearestNeighbour(List<Stop> stops) {
    List<Coordinates> left = new ArrayList<>(places(stops));
    List<Coordinates> way = new ArrayList<>();
    Coordinates at = START;
    while (!left.isEmpty()) {
      Coordinates from = at;
      at = Collections.min(left, Comparator.comparingDouble(from::kilometresTo));
      left.remove(at);
      way.add(at);
    }
    return Tour.kilometres(START, way);
  }

  /** The shortest of all orders, by the table of Held and Karp. */
  private static double shortest(List<Stop> stops) {
    int count = stops.size();
    double[][] best = new double[1 << count][count];
    for (double[] row : best) {
      java.util.Arrays.fill(row, Double.MAX_VALUE);
    }
    for (int i = 0; i < count; i++) {
      best[1 << i][i] = START.kilometresTo(stops.get(i).place());
    }
    for (int set = 1; set < 1 << count; set++) {
      for (int last = 0; last < count; last++) {
        for (int next = 0; next < count && best[set][last] < Double.MAX_VALUE; next++) {
          if ((set & 1 << next) == 0) {
            double length = best[set][last] + stops.get(last).place().kilometresTo(stops.get(next).place());
            best[set | 1 << next][next] = Math.min(best[set | 1 << next][next], length);
          }
        }
      }
    }
    double shortest = Double.MAX_VALUE;
    for (int last = 0; last < count; last++) {
      shortest = Math.min(shortest, best[(1 << count) - 1][last] + stops.get(last).place().kilometresTo(START));
    }
    return shortest;
  }

  @Test
  void aTourIsTheShortestOfAllOrdersOrCloseToItAndShorterThanGoingToTheNearestEachTime() {
    System.out.println("stops  seed  planned km  nearest neighbour km  shortest km");
    double planned = 0;
    double nearest = 0;
    for (int count : new int[] {5, 7, 9}) {
      for (long seed = 1; seed <= 4; seed++) {
        List<Stop> stops = stops(count, seed);
        Tour tour = TourPlanner.plan(day(20), stops);
        double shortest = shortest(stops);
        System.out.printf("%5d  %4d  %10.2f  %20.2f  %11.2f%n", count, seed, tour.kilometres(),
            nearestNeighbour(stops), shortest);
        assertThat(tour.visits()).hasSize(count);
        assertThat(tour.kilometres()).isBetween(shortest - 1e-6, shortest * 1.01);
        planned += tour.kilometres();
        nearest += nearestNeighbour(stops);
      }
    }
    assertThat(planned).isLessThan(nearest * 0.97);
  }

  @Test
  void aLongDayIsNoLongerThanGoingToTheNearestEachTime() {
    for (long seed = 1; seed <= 3; seed++) {
      List<Stop> stops = stops(20, seed);
      double planned = TourPlanner.plan(day(20), stops).kilometres();
      System.out.printf("   20  %4d  %10.2f  %20.2f  %11s%n", seed, planned, nearestNeighbour(stops), "");
      assertThat(planned).isLessThanOrEqualTo(nearestNeighbour(stops));
    }
  }

  @Test
  void theSameStopsInAnyOrderGiveTheSameTour() {
    List<Stop> stops = new ArrayList<>(stops(12, 5));
    Tour first = TourPlanner.plan(day(20), stops);
    Collections.shuffle(stops, new Random(1));

    assertThat(TourPlanner.plan(day(20), stops)).isEqualTo(first);
  }

  @Test
  void nobodyComesBeforeOrAfterTheHoursNorMoreOftenThanIsAllowed() {
    List<Stop> stops = new ArrayList<>();
    for (Stop stop : stops(12, 7)) {
      Instant from = BEGIN.plusSeconds(3600L * (stops.size() % 8));
      stops.add(new Stop(stop.key(), stop.place(), from, from.plusSeconds(7200), false));
    }
    Tour tour = TourPlanner.plan(day(8), stops);

    assertThat(tour.visits()).hasSizeBetween(6, 8);
    Instant free = BEGIN;
    Coordinates at = START;
    for (Planned visit : tour.visits()) {
      assertThat(visit.arrival()).isBetween(visit.stop().from(), visit.stop().until());
      assertThat(visit.arrival()).as("the way takes its time").isAfterOrEqualTo(
          free.plusSeconds((long) (at.kilometresTo(visit.stop().place()) / 25 * 3600) - 1));
      free = visit.arrival().plus(Duration.ofMinutes(20));
      at = visit.stop().place();
    }
    assertThat(free).isBefore(END);
  }

  @Test
  void whatIsUrgentGoesBeforeWhatIsNear() {
    List<Stop> stops = new ArrayList<>(stops(6, 3));
    stops.add(new Stop("URGENT", new Coordinates(52.70, 13.60), BEGIN, END, true));

    assertThat(TourPlanner.plan(day(2), stops).visits()).extracting(visit -> visit.stop().key()).hasSize(2)
        .contains("URGENT");
  }

  @Test
  void whatCannotBeReachedInItsHoursIsLeftOut() {
    Stop early = new Stop("EARLY", new Coordinates(52.9, 13.9), BEGIN, BEGIN.plusSeconds(600), true);
    Stop near = new Stop("NEAR", START, BEGIN, END, false);

    assertThat(TourPlanner.plan(day(5), List.of(early, near)).visits()).extracting(visit -> visit.stop().key())
        .containsExactly("NEAR");
    assertThat(TourPlanner.plan(day(5), List.of(early)).visits()).isEmpty();
    assertThat(TourPlanner.plan(day(5), List.of()).kilometres()).isZero();
  }
}
