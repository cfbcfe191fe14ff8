package io.remit.plan;

/**
 * What a debtor may miss without breaking a plan.
 *
 * @param days after the due date of an instalment
 * @param share percent of what had to be paid so far that may be missing
 */
public record Tolerance(int days, int share) {
}
