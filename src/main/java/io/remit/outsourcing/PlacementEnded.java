package io.remit.outsourcing;

/**
 * Published in the transaction in which a partner that had a case has it no more, whatever the reason.
 *
 * @param reason a word, such as {@code PAID} or {@code RETURNED}
 */
public record PlacementEnded(long placementId, String caseNumber, String partnerId, String reason) {
}
