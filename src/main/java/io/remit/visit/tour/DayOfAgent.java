package io.remit.visit.tour;

import java.time.Duration;
import java.time.Instant;

/**
 * What a field agent can do on a day.
 *
 * @param start where the tour begins and ends
 * @param end when the agent is back at the latest
 * @param mostStops how many visits at most
 * @param service how long each takes
 * @param kilometresAnHour how fast the agent is, as the crow flies
 */
public record DayOfAgent(Coordinates start, Instant begin, Instant end, int mostStops, Duration service,
    double kilometresAnHour) {
}
