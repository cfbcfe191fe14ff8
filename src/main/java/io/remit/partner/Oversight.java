package io.remit.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a partner is watched.
 *
 * @param registeredOn the business date on which it came into the register
 * @param lastEvaluation null before the first
 * @param suspension null if it is not suspended
 */
public record Oversight(LocalDate registeredOn, @Nullable Evaluation lastEvaluation, @Nullable Suspension suspension) {
}
