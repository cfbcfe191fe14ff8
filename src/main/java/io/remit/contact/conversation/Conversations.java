package io.remit.contact.conversation;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.Stage;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactLedger;
import io.remit.contact.ConversationOutcome;
import io.remit.contact.OverdueReason;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.Channel;
import io.remit.gate.ContactBars;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.DebtorWishes;
import io.remit.gate.Person;
import io.remit.gate.ReachabilityRepository;
import io.remit.hold.Hold;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldEntry;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import io.remit.promise.PromiseEntry;
import io.remit.translation.Translation;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is reported of contacts, and what follows from it at once. */
@Component
public class Conversations {

  /** What a debtor can say, or others of him, that has no outcome of its own. */
  private static final Set<Reason> REASONS_TO_PAUSE = EnumSet.of(Reason.BREATHING_SPACE, Reason.INSOLVENCY,
      Reason.DECEASED, Reason.FRAUD, Reason.VULNERABLE, Reason.REPRESENTED, Reason.MILITARY_SERVICE, Reason.CEASE);
  private static final Set<Channel> WRITTEN = EnumSet.of(Channel.SMS, Channel.EMAIL, Channel.LETTER);

  private final CaseRepository cases;
  private final ContactLedger ledger;
  private final HumanContacts contacts;
  private final ReachabilityRepository reachability;
  private final DebtorRepository debtors;
  private final DebtorWishes wishes;
  private final PromiseEntry promiseEntry;
  private final ContactBars bars;
  private final Holds holds;
  private final Treatments treatments;
  private final MissingPayments missingPayments;
  private final ApplicationEventPublisher events;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Conversations(CaseRepository cases, ContactLedger ledger, HumanContacts contacts,
      ReachabilityRepository reachability, DebtorRepository debtors, DebtorWishes wishes, PromiseEntry promiseEntry,
      ContactBars bars, Holds holds, Treatments treatments, MissingPayments missingPayments,
      ApplicationEventPublisher events, BusinessCalendar calendar, Timeline timeline) {
    this.cases = cases;
    this.ledger = ledger;
    this.contacts = contacts;
    this.reachability = reachability;
    this.debtors = debtors;
    this.wishes = wishes;
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
   * Records a contact: the attempt, the promise, plan, complaint or wish if one was made, and who works the case from
   * now on. What follows for the case's way is drawn.
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
    Optional<Reason> holdReason = outcome == ConversationOutcome.PAUSE
        ? Optional.of(holdReason(report.pause().reason())) : Optional.empty();
    Optional<Hold.Contact> askedInstead = holdReason.flatMap(reason ->
        HoldEntry.contact(reason, report.pause().contactName(), report.pause().contactPhone()));
    OverdueReason reason = overdueReason(report.overdueReason(), outcome);
    boolean complains = complains(report, outcome);
    boolean incoming = WRITTEN.contains(report.channel()) || began(report.initiative()) == Initiative.DEBTOR;
    long attemptId = keep(current, report, outcome, outcome.finding(note, reason), incoming);
    askedInstead.ifPresent(contact -> ledger.askedInstead(attemptId, contact));
    promise.ifPresent(checked -> promiseEntry.take(current, checked, report.channel().name(), report.actor()));
    timeline.add(caseNumber, "CONVERSATION", report.channel().name(), report.actor(), told(report, incoming),
        Translation.asWords(outcome.name()));
    concludeThirdParty(current.debtorId(), outcome);
    if (outcome == ConversationOutcome.MOVED_AWAY) {
      addressIsWrong(current.debtorId());
    }
    keepWish(current.debtorId(), report, outcome);
    // What a partner does with a case that was placed is neither our collector's work nor our treatment.
    // A robot's call was counted when it was planned.
    if (current.stage() != Stage.OUTSOURCING && report.channel() != Channel.ROBOT_CALL) {
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

  private static String told(ConversationReport report, boolean incoming) {
    return switch (report.channel()) {
      case VISIT -> incoming ? "Visit recorded: the debtor came to us" : "Visit recorded";
      case CALL -> incoming ? "Call recorded: the debtor came to us" : "Call recorded";
      case ROBOT_CALL -> "A robot called";
      case SMS -> "A text of the debtor was understood";
      case EMAIL, LETTER -> "What came in writing was recorded";
    };
  }

  /**
   * Writes the conversation into the contact ledger: what the debtor began as it came, what a robot called about as
   * that call, else if the gate allows it.
   *
   * @return the attempt's id
   */
  private long keep(CollectionCase current, ConversationReport report, ConversationOutcome outcome,
      ContactLedger.Finding finding, boolean incoming) {
    String caseNumber = current.caseNumber();
    if (report.source().attemptId() != null) {
      ledger.concluded(report.source().attemptId(), finding, report.actor(), report.source().at());
      return report.source().attemptId();
    }
    if (incoming) {
      return ledger.addIncoming(new ContactLedger.Plan(caseNumber, current.debtorId(), current.stage().name(),
          report.channel(), outcome.person(), null, report.source().number(), report.actor()), finding, calendar.now());
    }
    ContactAttempt attempt = contacts.madeNow(caseNumber, report.channel(), outcome.person(), report.actor())
        .orElseThrow(() -> notAllowed(caseNumber, report.channel(), outcome.person()));
    ledger.concluded(attempt.attemptId(), finding, report.actor(), calendar.now());
    return attempt.attemptId();
  }

  private void keepWish(String debtorId, ConversationReport report, ConversationOutcome outcome) {
    ConversationReport.Wish wish = report.wish();
    if (isEntered(wish.number())) {
      onlyTheDebtorTells("number", outcome);
      wishes.refuseNumber(debtorId, wish.number(), report.actor());
    }
    if (isEntered(wish.channel())) {
      onlyTheDebtorTells("channel", outcome);
      wishes.setChannel(debtorId, EnteredText.choice("channel", wish.channel(), Channel.class), false, report.actor());
    }
    if (wish.hours().areEntered()) {
      onlyTheDebtorTells("from", outcome);
      wishes.suit(debtorId, wish.hours(), report.actor());
    }
  }

  /** Nobody is written to or visited where he does not live. */
  private void addressIsWrong(String debtorId) {
    reachability.of(debtors.get(debtorId)).postalAddress()
        .ifPresent(address -> reachability.mark(debtorId, address, Address.WRONG, "conversation"));
    timeline.addToOpenCases(debtorId, "ADDRESS", null, Timeline.SYSTEM, "The debtor does not live at his address",
        null);
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

  /**
   * Puts the case of the last conversation on hold; what the debtor said, and who is asked in his place, goes with it.
   * A case that is on hold for this reason already stays so.
   *
   * @param within whether the step that does so is one of the case's own, which leads to "On hold" by itself
   */
  public void raiseHold(String caseNumber, Reason reason, boolean within) {
    if (holds.inForce(caseNumber).stream().anyMatch(hold -> hold.reason() == reason)) {
      return;
    }
    HoldRequest request = HoldRequest.of(caseNumber, reason, ledger.lastNote(caseNumber).orElse(null),
        ledger.lastConversation(caseNumber).map(ContactAttempt::actor).orElse(Timeline.SYSTEM));
    Optional<MatterKey> raised = within ? Optional.of(holds.raiseWithin(request)) : holds.raise(request);
    raised.ifPresent(hold -> ledger.askedInstead(caseNumber)
        .ifPresent(contact -> holds.setContact(hold, contact, request.raisedBy())));
  }

  /**
   * The number that was called, or from which a text came, is not the debtor's. Whose call to us says so means the
   * number that we used last.
   */
  public void numberIsWrong(String caseNumber) {
    String debtorId = cases.get(caseNumber).debtorId();
    ledger.newestWith(caseNumber, ConversationOutcome.WRONG_NUMBER).map(ContactAttempt::recipient)
        .or(() -> ledger.ofCase(caseNumber).stream().filter(attempt -> attempt.channel().isByPhone())
            .filter(attempt -> attempt.person() == Person.DEBTOR).map(ContactAttempt::recipient)
            .filter(Objects::nonNull).findFirst())
        .or(() -> reachability.of(debtors.get(debtorId)).numbers().stream().findFirst())
        .ifPresent(number -> reachability.mark(debtorId, number, Address.WRONG, "conversation"));
    timeline.add(caseNumber, "NUMBER", Channel.CALL.name(), Timeline.SYSTEM, "The phone number is not the debtor's",
        null);
  }

  private static ConversationOutcome outcome(ConversationReport report) {
    return report.possible().stream()
        .filter(outcome -> outcome.name().equals(report.outcome())).findFirst()
        .orElseThrow(() -> new InvalidInputException("outcome", "must be one of those that the form offers"));
  }
}
