package io.remit.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody brought something forward on which somebody has to decide.
 *
 * @param caseNumber of the case that it is about, or null
 * @param by user id; null or Remit itself if nobody of ours did
 * @param at when
 */
public record Raised(@Nullable String caseNumber, @Nullable String by, @Nullable Instant at) {
}
