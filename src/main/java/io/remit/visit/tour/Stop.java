package io.remit.visit.tour;

import java.time.Instant;

/**
 * A place to visit.
 *
 * @param key names it
 * @param from the first moment at which somebody may be there
 * @param until the last moment at which they may come
 * @param urgent whether it goes before others if not all can be visited
 */
public record Stop(String key, Coordinates place, Instant from, Instant until, boolean urgent) {
}
