package io.remit.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a partner is watched.
 *
 * @param registeredOn the business date on which it came into the register
 * @param lastEvaluation null before the first
 * @param suspension null if it is not suspended
 * @param licenceEndAsked the end of a licence about which somebody was asked, and there is no other yet; else null
 */
public record Oversight(LocalDate registeredOn, @Nullable Evaluation lastEvaluation, @Nullable Suspension suspension,
    @Nullable LocalDate licenceEndAsked) {
}
