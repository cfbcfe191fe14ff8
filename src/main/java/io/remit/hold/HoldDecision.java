package io.remit.hold;

import io.remit.approval.SecondPerson;
import io.remit.approval.Withdrawals;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.evidence.EvidenceFile;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what a supervisor decides on a hold, and does it. */
@Component
public class HoldDecision {

  private final Holds holds;
  private final HoldReview review;
  private final EvidenceFile evidence;
  private final HoldPolicy policy;
  private final Withdrawals withdrawals;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;

  HoldDecision(Holds holds, HoldReview review, EvidenceFile evidence, HoldPolicy policy, Withdrawals withdrawals,
      SecondPerson secondPerson, BusinessCalendar calendar) {
    this.holds = holds;
    this.review = review;
    this.evidence = evidence;
    this.policy = policy;
    this.withdrawals = withdrawals;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
  }

  /**
   * A supervisor's decision as it was entered.
   *
   * @param reviewDate ISO date; only asked for on EXTEND
   * @param contactName as in {@link HoldEntry.Entered}; null or blank changes nothing
   */
  public record Decided(Decision outcome, String reviewDate, String note, @Nullable String contactName,
      String contactPhone) {
  }

  /** What a supervisor can decide. */
  public enum Decision {
    RESUME, EXTEND, UPHELD
  }

  /**
   * Records a supervisor's decision on a hold; what follows from it stands in the model. That the case leaves
   * collection waits for another person above the limits of {@code approval-limits}.
   *
   * @param by user id; who raised the hold does not take the case out of collection for it
   * @throws InvalidInputException if a field cannot be accepted, or the hold may not go on without evidence
   */
  public void decide(MatterKey hold, Decided decided, String by) {
    Decision decision = decided.outcome();
    String reason = EnteredText.note(decided.note());
    Hold current = holds.get(hold);
    Optional<Hold.Contact> contact = HoldEntry.contact(current.reason(), decided.contactName(), decided.contactPhone());
    if (decision == Decision.UPHELD) {
      secondPerson.mustDecide("outcome", by, current.raised(),
          "is for another person: you put the case on hold yourself");
    }
    if (decision == Decision.EXTEND) {
      HoldRule rule = policy.ruleOf(current.reason());
      LocalDate until = rule.dateAhead("reviewDate", decided.reviewDate(), current.from(), calendar.today());
      if (!rule.evidence().isEmpty() && !evidence.shows(hold, rule.evidence())) {
        throw new InvalidInputException("outcome",
            "needs accepted evidence first; one of " + rule.evidence().stream().map(Enum::name).sorted()
                .collect(Collectors.joining(", ")));
      }
      review.extend(hold, until, by);
    }
    contact.ifPresent(asked -> holds.setContact(hold, asked, by));
    review.decided(hold, EntryKind.HOLD, "A supervisor decided on the pause", decision.name(), reason, by);
    if (decision == Decision.UPHELD) {
      withdrawals.propose(hold, reason, current.raised(), by);
    }
  }
}
