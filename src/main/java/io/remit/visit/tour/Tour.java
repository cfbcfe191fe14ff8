package io.remit.visit.tour;

import java.time.Instant;
import java.util.List;

/**
 * Visits in their order.
 *
 * @param kilometres as the crow flies, from the start through all of them and back
 */
public record Tour(List<Planned> visits, double kilometres) {

  /**
   * One visit of a tour.
   *
   * @param arrival when the agent should be there
   */
  public record Planned(Stop stop, Instant arrival) {
  }

  /** How long a way through places is, from the start and back to it. */
  public static double kilometres(Coordinates start, List<Coordinates> places) {
    double length = 0;
    Coordinates last = start;
    for (Coordinates place : places) {
      length += last.kilometresTo(place);
      last = place;
    }
    return length + last.kilometresTo(start);
  }
}
