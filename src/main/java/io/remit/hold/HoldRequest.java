package io.remit.hold;

import io.remit.hold.Hold.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be put on a case.
 *
 * @param note what the debtor said, or null; personal data
 * @param raisedBy user id
 * @param reviewOn when a supervisor looks at it at the latest; null for what {@code hold-rules} says
 * @param until the first day on which it is over by itself; null for what {@code hold-rules} says
 * @param from the day on which its reason began, today or before; null for today
 */
public record HoldRequest(String caseNumber, Reason reason, @Nullable String note, String raisedBy,
    @Nullable LocalDate reviewOn, @Nullable LocalDate until, @Nullable LocalDate from) {

  /** One that begins today. */
  public HoldRequest(String caseNumber, Reason reason, @Nullable String note, String raisedBy,
      @Nullable LocalDate reviewOn, @Nullable LocalDate until) {
    this(caseNumber, reason, note, raisedBy, reviewOn, until, null);
  }

  /** One that is reviewed when {@code hold-rules} says. */
  public static HoldRequest of(String caseNumber, Reason reason, @Nullable String note, String raisedBy) {
    return new HoldRequest(caseNumber, reason, note, raisedBy, null, null);
  }
}
