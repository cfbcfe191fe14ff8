package io.remit.visit.day;

import io.remit.visit.tour.Coordinates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a field agent for the lists of visits.
 *
 * @param userId of the agent
 * @param start where the day begins and ends
 * @param mostVisits on a day
 * @param begins by the clock of the zone
 * @param awayFrom the first day of an absence, or null
 * @param awayUntil the last day of it, or null
 */
public record FieldAgent(String userId, Coordinates start, int mostVisits, LocalTime begins, LocalTime ends,
    ZoneId zone, @Nullable LocalDate awayFrom, @Nullable LocalDate awayUntil) {

  /** Whether the agent is absent on a day. */
  boolean isAway(LocalDate day) {
    return awayFrom != null && awayUntil != null && !day.isBefore(awayFrom) && !day.isAfter(awayUntil);
  }
}
