package io.remit.partner;

import org.jspecify.annotations.Nullable;

/**
 * Where a debtor is, as far as that is known.
 *
 * @param country ISO 3166-1 alpha-2, or null
 * @param region ISO 3166-2, or null
 * @param city or null
 */
public record Whereabouts(@Nullable String country, @Nullable String region, @Nullable String city) {
}
