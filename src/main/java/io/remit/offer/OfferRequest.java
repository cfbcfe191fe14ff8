package io.remit.offer;

import org.jspecify.annotations.Nullable;

/**
 * An offer as a person enters it. Amounts are in the case's currency, with a decimal point.
 *
 * @param payAmount what the debtor is to pay; null or 0 for a waiver without a condition
 * @param payBy ISO date of the last day for it; null without a condition
 * @param fees what is waived of the fees, or null
 * @param interest what is waived of the interest, or null
 * @param principal what is waived of the principal, or null
 * @param reason why
 */
public record OfferRequest(@Nullable String payAmount, @Nullable String payBy, @Nullable String fees,
    @Nullable String interest, @Nullable String principal, String reason) {
}
