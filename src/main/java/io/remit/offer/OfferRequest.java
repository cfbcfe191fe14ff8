package io.remit.offer;

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
public record OfferRequest(String payAmount, String payBy, String fees, String interest, String principal,
    String reason) {
}
