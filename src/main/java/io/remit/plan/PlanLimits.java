package io.remit.plan;

import java.math.BigDecimal;

/**
 * One answer of {@code plan-limits}.
 *
 * @param approval whether another person than the proposer must approve
 * @param longestMonths from the first instalment to the last
 * @param leastInstalment in the case's currency; zero if what the limit is worth in it is not known
 * @param firstWithinDays within so many days the first instalment must fall due
 * @param tolerance what the debtor may miss
 * @param validDays for so many days the debtor may accept
 */
public record PlanLimits(boolean approval, int longestMonths, BigDecimal leastInstalment, int firstWithinDays,
    Tolerance tolerance, int validDays) {
}
