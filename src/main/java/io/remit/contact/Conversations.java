package io.remit.contact;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Stage;
import io.remit.cases.Timeline;
import io.remit.gate.Channel;
import io.remit.gate.ContactBars;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.Person;
import io.remit.gate.ReachabilityRepository;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import io.remit.translation.Translation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What people report of their calls and visits, and what follows from it at once. */
@Component
public class Conversations {

  /** What a debtor can say, or others of him, that has no outcome of its own. */
  private static final Set<Reason> REASONS_TO_PAUSE = EnumSet.of(Reason.BREATHING_SPACE, Reason.INSOLVENCY,
      Reason.DECEASED, Reason.FRAUD, Reason.VULNERABLE);

  private final CaseRepository cases;
  private final ContactLedger ledger;
  private final HumanContacts contacts;
  private final ReachabilityRepository reachability;
  private final PromiseEntry promiseEntry;
  private final ContactBars bars;
  private final Holds holds;
  private final Treatments treatments;
  private final MissingPayments missingPayments;
  private final ApplicationEventPublisher events;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Conversations(CaseRepository cases, ContactLedger ledger, HumanContacts contacts,
      ReachabilityRepository reachability, PromiseEntry promiseEntry, ContactBars bars, Holds holds,
      Treatments treatments, MissingPayments missingPayments, ApplicationEventPublisher events,
      BusinessCalendar calendar, Timeline timeline) {
    this.cases = cases;
    this.ledger = ledger;
    this.contacts = contacts;
    this.reachability = reachability;
    this.promiseEntry = promiseEntry;
    this.bars = bars;
    this.holds = holds;
    this.treatments = treatments;
    this.missingPayments = missingPayments;
    this.events = events;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * Records a call or a visit: the attempt, the promise, plan or complaint if one was made, and who works the case from
   * now on.
   *
   * @return the reason to pause that was entered, checked; empty if the outcome is another
   * @throws InvalidInputException if a field cannot be accepted, or the gate did not allow the contact; then nothing is
   *     recorded but the gate's decision
   */
  public Optional<Reason> record(String caseNumber, ConversationReport report) {
    ConversationOutcome outcome = outcome(report);
    String note = EnteredText.note(report.note());
    CollectionCase current = cases.get(caseNumber);
    Optional<PromiseEntry.Checked> promise = outcome == ConversationOutcome.PROMISED
        ? Optional.of(promiseEntry.check(current, report.promise())) : Optional.empty();
    Optional<Reason> holdReason = outcome == ConversationOutcome.PAUSE ? Optional.of(holdReason(report.holdReason()))
        : Optional.empty();
    OverdueReason reason = overdueReason(report.overdueReason(), outcome);
    boolean complains = complains(report, outcome);
    boolean incoming = began(report.initiative()) == Initiative.DEBTOR;
    keep(current, report, outcome, outcome.finding(note, reason), incoming);
    promise.ifPresent(checked -> promiseEntry.take(current, checked, report.channel().name(), report.actor()));
    timeline.add(caseNumber, "CONVERSATION", report.channel().name(), report.actor(),
        (report.channel() == Channel.VISIT ? "Visit recorded" : "Call recorded")
            + (incoming ? ": the debtor came to us" : ""),
        Translation.asWords(outcome.name()));
    concludeThirdParty(current.debtorId(), outcome);
    // What a partner does with a case that was placed is neither our collector's work nor our treatment.
    if (current.stage() != Stage.OUTSOURCING) {
      countTreatment(current, report, reason);
    }
    if (outcome == ConversationOutcome.PLAN_ASKED) {
      events.publishEvent(
          new InstalmentsAsked(caseNumber, report.planInstalments(), report.planFirstDate(), report.actor()));
    }
    if (complains) {
      events.publishEvent(new ComplaintMade(caseNumber, report.channel(), report.complaint(), report.complaintAbout(),
          report.actor()));
    }
    if (reason == OverdueReason.PAID_ELSEWHERE) {
      missingPayments.askSupervisor(caseNumber);
    }
    return holdReason;
  }

  /** Writes the conversation into the contact ledger: what the debtor began as it came, else if the gate allows it. */
  private void keep(CollectionCase current, ConversationReport report, ConversationOutcome outcome,
      ContactLedger.Finding finding, boolean incoming) {
    String caseNumber = current.caseNumber();
    if (incoming) {
      ledger.addIncoming(new ContactLedger.Plan(caseNumber, current.debtorId(), current.stage().name(),
          report.channel(), outcome.person(), null, null, report.actor()), finding, calendar.now());
    } else {
      ContactAttempt attempt = contacts.madeNow(caseNumber, report.channel(), outcome.person(), report.actor())
          .orElseThrow(() -> notAllowed(caseNumber, report.channel(), outcome.person()));
      ledger.concluded(attempt.attemptId(), finding, report.actor(), calendar.now());
    }
  }

  private void countTreatment(CollectionCase current, ConversationReport report, OverdueReason reason) {
    String caseNumber = current.caseNumber();
    if (report.channel() == Channel.CALL && !bars.isBarred(current.debtorId(), report.actor())) {
      cases.setCollector(caseNumber, report.actor());
    }
    if (reason != null && reason.group() == OverdueReason.Group.OUTSIDE) {
      treatments.carriedOutForNow(caseNumber);
    } else {
      treatments.carriedOut(caseNumber);
    }
  }

  private static Reason holdReason(String entered) {
    return REASONS_TO_PAUSE.stream().filter(reason -> reason.name().equals(entered)).findFirst()
        .orElseThrow(() -> new InvalidInputException("holdReason", "must be one of "
            + REASONS_TO_PAUSE.stream().map(Enum::name).collect(Collectors.joining(", "))));
  }

  private static OverdueReason overdueReason(String entered, ConversationOutcome outcome) {
    if (!isEntered(entered)) {
      return null;
    }
    OverdueReason reason = EnteredText.choice("overdueReason", entered, OverdueReason.class);
    onlyTheDebtorTells("overdueReason", outcome);
    if (reason == OverdueReason.DISPUTE && outcome != ConversationOutcome.DISPUTED) {
      throw new InvalidInputException("overdueReason",
          "is a dispute: choose it as the outcome, so that collection stops");
    }
    return reason;
  }

  private static boolean complains(ConversationReport report, ConversationOutcome outcome) {
    boolean complains = isEntered(report.complaint()) || isEntered(report.complaintAbout());
    if (complains) {
      onlyTheDebtorTells("complaint", outcome);
    }
    return complains;
  }

  private static void onlyTheDebtorTells(String field, ConversationOutcome outcome) {
    if (!outcome.rightParty()) {
      throw new InvalidInputException(field, "can only be told by the debtor, who was not reached");
    }
  }

  private static boolean isEntered(String text) {
    return text != null && !text.isBlank();
  }

  /** Who began a contact. */
  private enum Initiative {
    CREDITOR, DEBTOR
  }

  private static Initiative began(String entered) {
    return isEntered(entered) ? EnteredText.choice("initiative", entered, Initiative.class) : Initiative.CREDITOR;
  }

  private InvalidInputException notAllowed(String caseNumber, Channel channel, Person person) {
    String why = ledger.last(caseNumber, channel, person).map(denied -> denied.decision().rule()
        + (denied.decision().nextAllowedAt() == null ? "" : ", allowed from " + denied.decision().nextAllowedAt()))
        .orElse("not-asked-yet");
    return new InvalidInputException("outcome", "was not allowed by the gate (" + why
        + "); if the debtor called or came to us, say so");
  }

  /** Nobody else is asked for the debtor once he was reached, or once they do not want to be. */
  private void concludeThirdParty(String debtorId, ConversationOutcome outcome) {
    if (outcome.rightParty()) {
      reachability.closeThirdParty(debtorId, "REACHED");
    } else if (outcome == ConversationOutcome.CONTACT_PERSON_REFUSED) {
      reachability.closeThirdParty(debtorId, "REFUSED");
    }
  }

  /** Puts the case of the last conversation on hold; what the debtor said goes with it. */
  public void raiseHold(String caseNumber, Reason reason) {
    ContactAttempt last = ledger.ofCase(caseNumber).get(0);
    holds.raiseWithin(HoldRequest.of(caseNumber, reason, ledger.lastNote(caseNumber).orElse(null), last.actor()));
  }

  /** The number that was called is not the debtor's. */
  public void numberIsWrong(String caseNumber) {
    ledger.last(caseNumber, Channel.CALL, Person.DEBTOR).filter(call -> call.recipient() != null)
        .ifPresent(call -> reachability.mark(call.debtorId(), call.recipient(), Address.WRONG, "conversation"));
    timeline.add(caseNumber, "NUMBER", Channel.CALL.name(), Timeline.SYSTEM, "The phone number is not the debtor's",
        null);
  }

  private static ConversationOutcome outcome(ConversationReport report) {
    return report.possible().stream().filter(outcome -> outcome.name().equals(report.outcome())).findFirst()
        .orElseThrow(() -> new InvalidInputException("outcome", "must be one of those that the form offers"));
  }
}
