package io.remit.hardship;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InterestStops;
import io.remit.cases.InterestStops.InterestStop;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.evidence.EvidenceFile;
import io.remit.hardship.ReliefPolicy.Approval;
import io.remit.hardship.ReliefPolicy.Possible;
import io.remit.hold.Hold;
import io.remit.hold.Holds;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.PostingResult;
import io.remit.plan.PlanEntry;
import io.remit.plan.PlanRequest;
import io.remit.plan.PlanRequest.FieldNames;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Grants relief to debtors in hardship, looks at it again, and ends it. */
@Component
public class Reliefs {

  private static final String ENDED = "ENDED";

  private final Hardships hardships;
  private final HardshipRepository reliefs;
  private final EvidenceFile evidence;
  private final Holds holds;
  private final AccountRepository accounts;
  private final Bookings bookings;
  private final InterestStops interestStops;
  private final PlanEntry plans;
  private final SecondPerson secondPerson;
  private final MatterProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Reliefs(Hardships hardships, HardshipRepository reliefs, EvidenceFile evidence, Holds holds,
      AccountRepository accounts, Bookings bookings, InterestStops interestStops, PlanEntry plans,
      SecondPerson secondPerson, MatterProcess process, BusinessCalendar calendar, Timeline timeline) {
    this.hardships = hardships;
    this.reliefs = reliefs;
    this.evidence = evidence;
    this.holds = holds;
    this.accounts = accounts;
    this.bookings = bookings;
    this.interestStops = interestStops;
    this.plans = plans;
    this.secondPerson = secondPerson;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
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

  /** What a supervisor can decide about a relief that is to end. */
  public enum Review {
    PROLONG, END
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
    evidence.of(hold).forEach(item -> secondPerson.mustDecide("outcome", by,
        new Raised(hold.caseNumber(), item.checkedBy(), item.checkedAt()),
        "is up to another person than who checked the evidence"));
    if (decision != Decision.REFUSED) {
      grant(hold, Relief.Kind.valueOf(decision.name()), decided, by);
    }
    if (note != null) {
      holds.note(hold, note);
    }
    timeline.add(hold.caseNumber(), EntryKind.RELIEF, by, "A supervisor decided on relief", decision.name());
    if (decision == Decision.LOWER_INSTALMENTS) {
      plans.propose(hold.caseNumber(), new PlanRequest(decided.planInstalments(), null, decided.planFirstDate(), null,
          FieldNames.FORM), by);
    }
  }

  private void grant(MatterKey hold, Relief.Kind kind, Decided decided, String by) {
    Possible possible = hardships.possibleRelief(hold).stream().filter(each -> each.relief() == kind).findFirst()
        .orElseThrow(() -> new InvalidInputException("outcome", "may not be granted here; possible: "
            + possible(hold)));
    if (kind.needsEvidence() && !hardships.evidenceIsAccepted(hold)) {
      throw new InvalidInputException("outcome", "needs accepted evidence first");
    }
    involved(hold, possible.approval()).forEach(part -> secondPerson.mustDecide("outcome", by, part,
        "is up to somebody who had no part in it before"));
    LocalDate until = kind.hasEnd() ? until("until", decided.until(), possible) : null;
    Account account = kind == Relief.Kind.PART_WAIVER ? account(hold, decided.accountNumber()) : null;
    BigDecimal amount = account == null ? null : waived(account, decided.amount());
    reliefs.insert(new Relief(0, hold.number(), hold.caseNumber(), kind, until,
        account == null ? null : account.accountNumber(), amount, calendar.now(), by, null));
    if (kind == Relief.Kind.POSTPONEMENT) {
      holds.extend(hold, Objects.requireNonNull(until), by);
    }
  }

  private String possible(MatterKey hold) {
    return hardships.possibleRelief(hold).stream().map(each -> each.relief().name())
        .collect(Collectors.joining(", "));
  }

  /** Who may not grant relief, beside those who checked the evidence. */
  private List<Raised> involved(MatterKey hold, Approval approval) {
    List<Raised> involved = new ArrayList<>();
    Hold raised = holds.get(hold);
    involved.add(new Raised(hold.caseNumber(), raised.raisedBy(), raised.raisedAt()));
    hardships.requestOf(hold).ifPresent(
        request -> involved.add(new Raised(hold.caseNumber(), request.recordedBy(), request.recordedAt())));
    if (approval == Approval.UNINVOLVED_SUPERVISOR) {
      evidence.of(hold).forEach(item -> involved.add(new Raised(hold.caseNumber(), item.addedBy(), item.addedAt())));
    }
    return involved;
  }

  private LocalDate until(String field, String entered, Possible possible) {
    return EnteredText.dateAhead(field, entered, calendar.today(), calendar.today().plusDays(possible.longestDays()));
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

  /** Lets collection go on without interest until the relief ends. */
  public void stopInterest(MatterKey hold, String by) {
    interestStops.stop(hold.caseNumber(), new InterestStop(calendar.today(), relief(hold).until()));
    holds.release(hold, by, Relief.Kind.INTEREST_STOP.name());
  }

  /** Books the part that need not be paid; collection of the rest goes on. */
  public void waive(MatterKey hold, String by) {
    Relief waiver = relief(hold);
    reliefs.end(waiver.reliefId(), calendar.now(), by);
    holds.releaseWith(hold, by, Relief.Kind.PART_WAIVER.name(), () -> book(hold, waiver, by));
  }

  private void book(MatterKey hold, Relief waiver, String by) {
    PostingResult result = bookings.book(new Booking("RELIEF-" + hold, waiver.accountNumber(), LedgerEntry.Type.WAIVER,
        waiver.amount(), calendar.today(), null, by, "Relief for hardship"));
    if (result.outcome() != PostingResult.Outcome.POSTED) {
      throw new IllegalStateException("the waiver of " + hold + " was not booked: " + result);
    }
  }

  /** Lets collection go on beside the plan that was proposed: from its acceptance on it pauses collection itself. */
  public void goOnWithInstalments(MatterKey hold, String by) {
    reliefs.end(relief(hold).reliefId(), calendar.now(), by);
    holds.release(hold, by, Relief.Kind.LOWER_INSTALMENTS.name());
  }

  /** When a relief is looked at again: its last day at the start of business. */
  public Instant reviewDue(MatterKey hold) {
    return calendar.startOfBusiness(relief(hold).until());
  }

  /**
   * What becomes of a relief whose day has come, as the form sends it.
   *
   * @param until ISO date ahead; only asked for on PROLONG
   */
  public record Reviewed(Review outcome, String until, String note) {
  }

  /**
   * Records what becomes of a relief whose day has come; what follows from it stands in the model.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void review(MatterKey hold, Reviewed reviewed, String by) {
    Review review = reviewed.outcome();
    String reason = EnteredText.note(reviewed.note());
    if (review == Review.PROLONG) {
      prolong(hold, reviewed.until(), by);
    }
    if (reason != null) {
      holds.note(hold, reason);
    }
    timeline.add(hold.caseNumber(), EntryKind.RELIEF, by, "A supervisor looked at the relief again", review.name());
  }

  private void prolong(MatterKey hold, String entered, String by) {
    Relief running = relief(hold);
    Possible possible = hardships.possibleRelief(hold).stream().filter(each -> each.relief() == running.kind())
        .findFirst().orElseThrow(() -> new InvalidInputException("outcome", "may not be prolonged any more"));
    LocalDate until = until("until", entered, possible);
    reliefs.prolong(running.reliefId(), until);
    if (running.kind() == Relief.Kind.POSTPONEMENT) {
      holds.extend(hold, until, by);
    } else {
      interestStops.stop(hold.caseNumber(), new InterestStop(calendar.today(), until));
    }
  }

  /** Ends a relief: what it paused goes on. */
  public void end(MatterKey hold, String by) {
    reliefs.end(relief(hold).reliefId(), calendar.now(), by);
    interestStops.end(hold.caseNumber(), calendar.today());
    holds.release(hold, by, "RELIEF_OVER");
  }

  /** The relief that was granted last with a hold. */
  private Relief relief(MatterKey hold) {
    return reliefs.reliefOf(hold.number()).orElseThrow();
  }

  /** What was ever granted in a case, oldest first. */
  public List<Relief> ofCase(String caseNumber) {
    return reliefs.reliefsOf(caseNumber);
  }

  /** The case has ended, and with it what still runs for its debtor; a hold that is in force ends by itself. */
  public void endWithCase(String caseNumber) {
    reliefs.reliefsOf(caseNumber).stream().filter(relief -> relief.endedAt() == null).forEach(relief -> {
      reliefs.end(relief.reliefId(), calendar.now(), Timeline.SYSTEM);
      MatterKey hold = new MatterKey(caseNumber, MatterKey.Kind.HOLD, relief.holdId());
      if (!holds.get(hold).inForce()) {
        process.changed(hold, ENDED);
      }
    });
  }

  /** Nobody is helped by forged evidence: the relief is refused, and collection goes on. */
  public void refuseForged(MatterKey hold, String by) {
    timeline.add(hold.caseNumber(), EntryKind.RELIEF, by, "Relief was refused: evidence is forged", null);
    holds.release(hold, by, "FORGED");
  }
}
