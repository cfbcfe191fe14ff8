package io.remit.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An authority's leave to collect debts, or to practise law.
 *
 * @param expires the last day on which it is valid; null if it was given without an end
 */
public record Licence(String number, String authority, @Nullable LocalDate expires) {
}
