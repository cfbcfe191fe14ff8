package io.remit.plan;

/**
 * A plan that was checked and could be proposed.
 *
 * @param currency ISO 4217 code of the schedule's amounts
 * @param limits that it keeps
 */
public record PlanDraft(String currency, Schedule schedule, Interval interval, PlanLimits limits) {
}
