package io.remit.hold;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.hold.Hold.Reason;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks what people enter about holds, and does it. */
@Component
public class HoldEntry {

  private final Holds holds;
  private final HoldPolicy policy;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  HoldEntry(Holds holds, HoldPolicy policy, BusinessCalendar calendar, Timeline timeline) {
    this.holds = holds;
    this.policy = policy;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * A hold as it was entered.
   *
   * @param reason one that a person may give: not PLAN, OFFER or RELIEF
   * @param reviewOn ISO date ahead, or null for what {@code hold-rules} says
   * @param until ISO date ahead from which the hold is over by itself, or null
   */
  public record Entered(String reason, String note, String reviewOn, String until) {
  }

  /** What a supervisor can decide. */
  private enum Decision {
    RESUME, EXTEND, UPHELD
  }

  /**
   * Puts a hold on a case, for what a debtor wrote or the creditor asked.
   *
   * @return empty if the case is closed
   * @throws InvalidInputException if a field cannot be accepted
   */
  @Transactional
  public Optional<MatterKey> raise(String caseNumber, Entered entered, String by) {
    Reason reason = reason(entered.reason());
    HoldRule rule = policy.ruleOf(reason);
    LocalDate review = isBlank(entered.reviewOn()) ? null : date("reviewOn", entered.reviewOn(), rule);
    LocalDate until = isBlank(entered.until()) ? null : date("until", entered.until(), rule);
    return holds.raise(new HoldRequest(caseNumber, reason, EnteredText.note(entered.note()), by, review, until));
  }

  /**
   * Records a supervisor's decision on a hold; what follows from it stands in the model.
   *
   * @param outcome what the form sent: RESUME, EXTEND or UPHELD
   * @param reviewDate ISO date; only asked for on EXTEND
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void decide(MatterKey hold, String outcome, String reviewDate, String note, String by) {
    Decision decision = EnteredText.choice("outcome", outcome, Decision.class);
    String reason = EnteredText.note(note);
    if (decision == Decision.EXTEND) {
      holds.extend(hold, date("reviewDate", reviewDate, policy.ruleOf(holds.get(hold).reason())), by);
    }
    timeline.add(hold.caseNumber(), "HOLD", null, by, "A supervisor decided on the pause", decision.name());
    if (reason != null) {
      holds.note(hold, reason);
    }
  }

  private static Reason reason(String entered) {
    Reason reason = EnteredText.choice("reason", entered, Reason.class);
    if (!reason.isReviewed()) {
      throw new InvalidInputException("reason", "comes with a plan, an offer or a rule for a region, not by itself");
    }
    return reason;
  }

  private LocalDate date(String field, String entered, HoldRule rule) {
    LocalDate date = EnteredText.date(field, entered);
    LocalDate latest = calendar.today().plusDays(rule.longestDays());
    if (!date.isAfter(calendar.today()) || date.isAfter(latest)) {
      throw new InvalidInputException(field, "must lie ahead, not after " + latest);
    }
    return date;
  }

  private static boolean isBlank(String entered) {
    return entered == null || entered.isBlank();
  }
}
