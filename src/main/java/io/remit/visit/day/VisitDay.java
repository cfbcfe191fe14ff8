package io.remit.visit.day;

import io.remit.visit.tour.Coordinates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The list of an agent for a day.
 *
 * @param madeBy user id, or Remit itself
 * @param kilometres of the whole tour as the crow flies
 * @param withoutPlace how many open visits were left out because nobody knows where they are
 */
public record VisitDay(long visitDayId, String agent, LocalDate day, Instant madeAt, String madeBy, Coordinates start,
    double kilometres, int withoutPlace, List<Stop> stops) {

  /**
   * One visit of the list.
   *
   * @param position from 1
   * @param arrival when the agent should be there
   * @param from and until: the hours in which the gate allows it
   */
  public record Stop(int position, String caseNumber, Coordinates place, Instant arrival, Instant from,
      Instant until) {
  }
}
