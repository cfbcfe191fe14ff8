package io.remit.contact;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt.Status;
import io.remit.hold.Hold.Reason;
import io.remit.hold.Holds;
import io.remit.ledger.Money;
import io.remit.promise.Promises;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What people report of their calls and visits, and what follows from it at once. */
@Component
public class Conversations {

  /** Until a supervisor looks at a hold that a conversation raised. */
  private static final int REVIEW_WITHIN_DAYS = 7;
  private static final int LONGEST_PROMISE_DAYS = 92;
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final ContactLedger ledger;
  private final ContactGate gate;
  private final CaseFigures figures;
  private final Promises promises;
  private final Holds holds;
  private final Treatments treatments;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Conversations(CaseRepository cases, DebtorRepository debtors, ContactLedger ledger, ContactGate gate,
      CaseFigures figures, Promises promises, Holds holds, Treatments treatments, BusinessCalendar calendar,
      Timeline timeline) {
    this.cases = cases;
    this.debtors = debtors;
    this.ledger = ledger;
    this.gate = gate;
    this.figures = figures;
    this.promises = promises;
    this.holds = holds;
    this.treatments = treatments;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * Records a call or a visit: the attempt, the promise if one was made, and who works the case from now on.
   *
   * @return the outcome, checked
   * @throws InvalidInputException if a field cannot be accepted; then nothing is recorded
   */
  public ConversationOutcome record(String caseNumber, ConversationReport report) {
    ConversationOutcome outcome = outcome(report);
    String note = EnteredText.note(report.note());
    CollectionCase current = cases.get(caseNumber);
    if (outcome == ConversationOutcome.PROMISED) {
      takePromise(current, report);
    }
    GateDecision decision = gate.decide(current, debtors.get(current.debtorId()), report.channel());
    ledger.add(new ContactAttempt(0, caseNumber, current.debtorId(), current.stage().name(), report.channel(),
        outcome.rightParty() ? Status.DELIVERED : Status.FAILED, null, null, outcome.name(), report.actor(),
        calendar.now(), calendar.now(), decision), note);
    timeline.add(caseNumber, "CONVERSATION", report.channel().name(), report.actor(),
        report.channel() == Channel.VISIT ? "Visit recorded" : "Call recorded",
        outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (report.channel() == Channel.CALL) {
      cases.setCollector(caseNumber, report.actor());
    }
    treatments.carriedOut(caseNumber);
    return outcome;
  }

  /** Puts the case of the last conversation on hold; what the debtor said goes with it. */
  public void raiseHold(String caseNumber, Reason reason) {
    ContactAttempt last = ledger.ofCase(caseNumber).get(0);
    holds.raise(caseNumber, reason, ledger.lastNote(caseNumber).orElse(null), last.actor(),
        calendar.today().plusDays(REVIEW_WITHIN_DAYS));
  }

  /** The number that was called is not the debtor's. */
  public void numberIsWrong(String caseNumber) {
    debtors.markPhoneWrong(cases.get(caseNumber).debtorId());
    timeline.add(caseNumber, "NUMBER", Channel.CALL.name(), Timeline.SYSTEM, "The phone number is not the debtor's",
        null);
  }

  private void takePromise(CollectionCase current, ConversationReport report) {
    CaseFigures.Figures amounts = figures.of(current.caseNumber());
    BigDecimal amount = amount(report.promiseAmount(), current.currency());
    if (amount.compareTo(amounts.outstanding()) > 0) {
      throw new InvalidInputException("promiseAmount", "is more than what is owed");
    }
    LocalDate date = date(report.promiseDate());
    promises.take(current.caseNumber(), amount, current.currency(), date, report.channel().name(), report.actor());
  }

  private LocalDate date(String entered) {
    LocalDate date = EnteredText.date("promiseDate", entered);
    if (date.isBefore(calendar.today())) {
      throw new InvalidInputException("promiseDate", "lies in the past");
    }
    if (date.isAfter(calendar.today().plusDays(LONGEST_PROMISE_DAYS))) {
      throw new InvalidInputException("promiseDate", "lies more than " + LONGEST_PROMISE_DAYS + " days ahead");
    }
    return date;
  }

  private static BigDecimal amount(String entered, String currency) {
    if (entered == null || !AMOUNT.matcher(entered.strip()).matches()) {
      throw new InvalidInputException("promiseAmount", "must be an amount such as 46.00");
    }
    BigDecimal amount = new BigDecimal(entered.strip());
    if (amount.stripTrailingZeros().scale() > Money.decimalsOf(currency)) {
      throw new InvalidInputException("promiseAmount", "has more decimals than " + currency);
    }
    if (amount.signum() == 0) {
      throw new InvalidInputException("promiseAmount", "must be above zero");
    }
    return Money.inScaleOf(currency, amount);
  }

  private static ConversationOutcome outcome(ConversationReport report) {
    return report.possible().stream().filter(outcome -> outcome.name().equals(report.outcome())).findFirst()
        .orElseThrow(() -> new InvalidInputException("outcome", "must be one of those that the form offers"));
  }
}
