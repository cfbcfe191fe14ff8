package io.remit.trial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release that was tried, or is.
 *
 * @param days how long its portfolio lives
 * @param endedAt null while it goes on
 * @param failure why there is no report, or null
 */
record ModelTrial(long trialId, int release, int days, String startedBy, Instant startedAt, @Nullable Instant endedAt,
    @Nullable String failure) {
}
