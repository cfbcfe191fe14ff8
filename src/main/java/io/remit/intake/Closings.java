package io.remit.intake;

import io.remit.approval.Raised;
import io.remit.approval.SecondDecision;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.PortfolioIntake;
import io.remit.cases.Timeline;
import io.remit.intake.Closing.LeftOut;
import io.remit.intake.Closing.Status;
import io.remit.intake.delivery.SplitBatches;
import io.remit.ledger.Account;
import io.remit.ledger.BookingDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Complete files that leave out too much to be believed: a person decides whether that is closed. */
@Component
public class Closings {

  private static final int SHOWN = 10;

  private final ClosingRepository closings;
  private final ClosingProcess process;
  private final CompleteFilePolicy policy;
  private final PortfolioIntake portfolio;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;

  Closings(ClosingRepository closings, ClosingProcess process, CompleteFilePolicy policy, PortfolioIntake portfolio,
      SecondPerson secondPerson, BusinessCalendar calendar) {
    this.closings = closings;
    this.process = process;
    this.policy = policy;
    this.portfolio = portfolio;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
  }

  /** Whether a person has to decide before anything of this is closed. */
  boolean asksAPerson(List<LeftOut> leftOut) {
    return leftOut.stream().filter(product -> product.leftOut() > 0).anyMatch(policy::asksAPerson);
  }

  /**
   * Asks a person whether to close what a file leaves out.
   *
   * @param file the last day whose bookings the file contains whole
   * @param deliveredBy user id of who sent it, or null
   */
  @Transactional
  void propose(long run, long fileId, BookingDay file, List<LeftOut> leftOut, @Nullable String deliveredBy) {
    long closingId = closings.insert(
        new Closing(0, fileId, run, file, Status.PROPOSED, calendar.now(), deliveredBy, leftOut));
    process.start(Closing.numberOf(closingId));
  }

  /** A later complete file of these products came: what was asked about all of them before is old. */
  @Transactional
  void supersede(Set<String> products) {
    closings.waiting().stream().filter(waiting -> products.containsAll(waiting.productNames())).forEach(waiting -> {
      closings.decide(waiting.closingId(), Status.SUPERSEDED, Timeline.SYSTEM, null, calendar.now());
      process.supersede(waiting.number());
    });
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such closing */
  public Closing get(String number) {
    return closings.get(Closing.idOf(number));
  }

  /** How many accounts are left out still, by product; those that a later file named are not. */
  public Map<String, Long> stillLeftOut(Closing closing) {
    return portfolio.missing(closing.run(), Set.copyOf(closing.productNames()), closing.file());
  }

  /** Some of the accounts that are left out still. */
  public List<Account> someLeftOut(Closing closing) {
    return portfolio.someMissing(closing.run(), Set.copyOf(closing.productNames()), closing.file(), SHOWN);
  }

  /**
   * Whether somebody may decide.
   *
   * @throws InvalidInputException if the user sent the file
   */
  public void mayDecide(String number, String field, String userId) {
    mayDecide(get(number), field, userId);
  }

  private void mayDecide(Closing closing, String field, String userId) {
    secondPerson.mustDecide(field, userId, new Raised(null, closing.deliveredBy(), closing.proposedAt()),
        "is for another person: you sent this file yourself");
  }

  /**
   * Records what a person decided.
   *
   * @param decision with a note on REJECTED
   * @throws InvalidInputException if a field cannot be accepted, or the user sent the file
   */
  public void decide(String number, SecondDecision decision, String by) {
    String reason = EnteredText.note(decision.note());
    Closing closing = closings.lock(Closing.idOf(number));
    if (closing.status() != Status.PROPOSED) {
      throw new InvalidInputException("outcome", "was given before");
    }
    mayDecide(closing, "outcome", by);
    if (decision.outcome() == SecondDecision.Outcome.REJECTED && reason == null) {
      throw new InvalidInputException("note", "say why it is not approved");
    }
    closings.decide(closing.closingId(), Status.valueOf(decision.outcome().name()), by, reason, calendar.now());
  }

  /**
   * Closes some of what an approved file leaves out. Whatever a model says, nothing is closed that nobody approved.
   *
   * @throws IllegalStateException if it was not approved
   */
  public void closeSome(String number) {
    Closing closing = get(number);
    if (closing.status() != Status.APPROVED) {
      throw new IllegalStateException("nobody approved that " + number + " closes accounts");
    }
    portfolio.closeMissing(closing.run(), closing.fileId(), Set.copyOf(closing.productNames()), closing.file(),
        SplitBatches.SIZE);
  }

  /** Whether something is left to close. */
  public boolean hasMore(String number) {
    return stillLeftOut(get(number)).values().stream().anyMatch(count -> count > 0);
  }
}
