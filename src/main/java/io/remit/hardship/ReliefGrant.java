package io.remit.hardship;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.hardship.ReliefPolicy.Possible;
import io.remit.hold.HoldReview;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.plan.PlanEntry;
import io.remit.plan.PlanRequest;
import io.remit.plan.PlanRequest.FieldNames;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Checks what a supervisor decides on hardship, and does it. */
@Component
public class ReliefGrant {

  private final Hardships hardships;
  private final ReliefApproval approval;
  private final HardshipRepository reliefs;
  private final HoldReview review;
  private final AccountRepository accounts;
  private final PlanEntry plans;
  private final BusinessCalendar calendar;

  ReliefGrant(Hardships hardships, ReliefApproval approval, HardshipRepository reliefs, HoldReview review,
      AccountRepository accounts, PlanEntry plans, BusinessCalendar calendar) {
    this.hardships = hardships;
    this.approval = approval;
    this.reliefs = reliefs;
    this.review = review;
    this.accounts = accounts;
    this.plans = plans;
    this.calendar = calendar;
  }

  /**
   * A decision as it was entered.
   *
   * @param until ISO date ahead; only asked for where the relief has an end
   * @param accountNumber only asked for on PART_WAIVER: one of the case's
   * @param amount only asked for on PART_WAIVER: what need not be paid, in the case's currency
   * @param planInstalments only asked for on LOWER_INSTALMENTS: how many monthly ones
   * @param planFirstDate only asked for on LOWER_INSTALMENTS: ISO date of the first one
   */
  public record Decided(Decision outcome, String until, String accountNumber, String amount, String planInstalments,
      String planFirstDate, String note) {
  }

  /** What a supervisor can decide. */
  public enum Decision {
    POSTPONEMENT, LOWER_INSTALMENTS, INTEREST_STOP, PART_WAIVER, REFUSED
  }

  /**
   * Records a decision; what follows from it stands in the model. Lower instalments are proposed with it, as a plan:
   * where {@code plan-limits} asks for it, another person approves that plan.
   *
   * @param by user id; not who checked the evidence
   * @throws InvalidInputException if a field cannot be accepted, or the relief may not be granted
   */
  public void decide(MatterKey hold, Decided decided, String by) {
    Decision decision = decided.outcome();
    String note = EnteredText.note(decided.note());
    approval.mustNotHaveChecked(hold, by);
    if (decision != Decision.REFUSED) {
      grant(hold, Relief.Kind.valueOf(decision.name()), decided, by);
    }
    review.decided(hold, EntryKind.RELIEF, "A supervisor decided on relief", decision.name(), note, by);
    if (decision == Decision.LOWER_INSTALMENTS) {
      plans.propose(hold.caseNumber(), new PlanRequest(decided.planInstalments(), null, decided.planFirstDate(), null,
          FieldNames.FORM), by);
    }
  }

  private void grant(MatterKey hold, Relief.Kind kind, Decided decided, String by) {
    Possible possible = hardships.possibleRelief(hold).stream().filter(each -> each.relief() == kind).findFirst()
        .orElseThrow(() -> new InvalidInputException("outcome", "may not be granted here; possible: "
            + possible(hold)));
    approval.mayGrant(hold, possible, by);
    LocalDate until = kind.hasEnd() ? possible.dateAhead("until", decided.until(), calendar.today()) : null;
    Account account = kind == Relief.Kind.PART_WAIVER ? account(hold, decided.accountNumber()) : null;
    BigDecimal amount = account == null ? null : waived(account, decided.amount());
    reliefs.insert(new Relief(0, hold.number(), hold.caseNumber(), kind, until,
        account == null ? null : account.accountNumber(), amount, calendar.now(), by, null));
    if (kind == Relief.Kind.POSTPONEMENT) {
      review.extend(hold, Objects.requireNonNull(until), by);
    }
  }

  private String possible(MatterKey hold) {
    return hardships.possibleRelief(hold).stream().map(each -> each.relief().name())
        .collect(Collectors.joining(", "));
  }

  private Account account(MatterKey hold, String accountNumber) {
    return accounts.ofCase(hold.caseNumber()).stream()
        .filter(account -> account.accountNumber().equals(accountNumber)).findFirst()
        .orElseThrow(() -> new InvalidInputException("accountNumber", "must be an account of this case"));
  }

  private static BigDecimal waived(Account account, String entered) {
    BigDecimal amount = EnteredText.amount("amount", entered, account.currency());
    if (amount.signum() == 0) {
      throw new InvalidInputException("amount", "must be above zero");
    }
    if (amount.compareTo(account.outstandingAmount()) >= 0) {
      throw new InvalidInputException("amount", "must be less than what is owed: a part of the debt is left");
    }
    return amount;
  }
}
