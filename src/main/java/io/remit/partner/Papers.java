package io.remit.partner;

import org.jspecify.annotations.Nullable;

/**
 * What binds a partner.
 *
 * @param licence null if there is none
 * @param contract null if there is none yet
 * @param key null if there is none yet
 */
public record Papers(@Nullable Licence licence, @Nullable Contract contract, CommissionSchedule commission,
    @Nullable PartnerKey key) {
}
