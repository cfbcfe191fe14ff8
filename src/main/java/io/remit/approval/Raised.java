package io.remit.approval;

import java.time.Instant;

/**
 * That somebody brought something forward on which somebody has to decide.
 *
 * @param by user id; null or Remit itself if nobody of ours did
 * @param at when
 */
public record Raised(String by, Instant at) {
}
