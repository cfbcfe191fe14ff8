package io.remit.plan;

import org.jspecify.annotations.Nullable;

/**
 * A plan as a person asks for it: either so many instalments, or instalments of an amount.
 *
 * @param instalments how many, or null
 * @param amount of each but the last, in the case's currency with a decimal point, or null
 * @param firstDueOn ISO date of the first one; null is refused
 * @param interval MONTHLY, FORTNIGHTLY or WEEKLY; null for monthly
 * @param names of the fields in which these were entered
 */
public record PlanRequest(@Nullable String instalments, @Nullable String amount, @Nullable String firstDueOn,
    @Nullable String interval, FieldNames names) {

  /** What errors call the fields. */
  public enum FieldNames {
    REST_INTERFACE("instalments", "firstDueOn"),
    /** The forms of calls, visits and decisions on relief. */
    FORM("planInstalments", "planFirstDate");

    private final String instalments;
    private final String firstDueOn;

    FieldNames(String instalments, String firstDueOn) {
      this.instalments = instalments;
      this.firstDueOn = firstDueOn;
    }

    String instalments() {
      return instalments;
    }

    String firstDueOn() {
      return firstDueOn;
    }
  }
}
