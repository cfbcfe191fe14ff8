package io.remit.offer;

/**
 * One answer of {@code waiver-limits}.
 *
 * @param approval whether another person than the proposer must approve
 * @param longestValidDays within so many days the debtor has to pay
 * @param graceDays for so many days after that a payment of the last day may still be booked
 */
public record WaiverLimits(boolean approval, int longestValidDays, int graceDays) {
}
