package io.remit.intake.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the intake of a file is, wherever it is taken in.
 *
 * @param kind ARREARS, COMPLETE_ARREARS or PAYMENTS
 * @param rows how many were read so far; when it is done, how many it has
 * @param rowsPerSecond how fast they go now, or null
 * @param remainingSeconds about how long this reading of the file will take still, or null; a bank statement is read
 *     twice
 * @param receivedAt when it was kept as a job, else null
 * @param deliveredBy user id of who sent it, or null for a file of the inbox
 * @param answer what the call that sent it answers; null until it is done
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FileProgress(long fileId, String kind, String sha256, FileStatus status, long rows,
    @Nullable Long rowsPerSecond, @Nullable Long remainingSeconds, @Nullable Instant receivedAt,
    @Nullable Instant startedAt, @Nullable Instant finishedAt, @Nullable String deliveredBy,
    @Nullable IntakeResult answer) {
}
