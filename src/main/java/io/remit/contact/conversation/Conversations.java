package io.remit.contact.conversation;

import static io.remit.cases.EnteredText.isEntered;

import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.cases.ToldAddresses;
import io.remit.contact.ConversationOutcome;
import io.remit.contact.OverdueReason;
import io.remit.gate.ContactPreferences;
import io.remit.hold.Hold;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldEntry;
import io.remit.promise.PromiseEntry;
import io.remit.translation.Translation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is reported of contacts, and what follows from it at once. */
@Component
public class Conversations {

  /** What a debtor can say, or others of the debtor, that has no outcome of its own. */
  private static final Set<Reason> REASONS_TO_PAUSE = EnumSet.of(Reason.BREATHING_SPACE, Reason.INSOLVENCY,
      Reason.DECEASED, Reason.FRAUD, Reason.VULNERABLE, Reason.REPRESENTED, Reason.MILITARY_SERVICE, Reason.CEASE);
  private static final Set<Channel> WRITTEN = EnumSet.of(Channel.SMS, Channel.EMAIL, Channel.LETTER);

  private final CaseRepository cases;
  private final KeptConversations conversations;
  private final WaysToDebtor ways;
  private final ContactPreferences wishes;
  private final PromiseEntry promiseEntry;
  private final TreatmentsByPeople treatments;
  private final MissingPayments missingPayments;
  private final ApplicationEventPublisher events;
  private final Timeline timeline;

  Conversations(CaseRepository cases, KeptConversations conversations, WaysToDebtor ways, ContactPreferences wishes,
      PromiseEntry promiseEntry, TreatmentsByPeople treatments, MissingPayments missingPayments,
      ApplicationEventPublisher events, Timeline timeline) {
    this.cases = cases;
    this.conversations = conversations;
    this.ways = ways;
    this.wishes = wishes;
    this.promiseEntry = promiseEntry;
    this.treatments = treatments;
    this.missingPayments = missingPayments;
    this.events = events;
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
    ContactResult result = report.result();
    ConversationOutcome outcome = outcome(report);
    String note = EnteredText.note(result.note());
    CollectionCase current = cases.get(caseNumber);
    Optional<PromiseEntry.Checked> promise = outcome == ConversationOutcome.PROMISED
        ? Optional.of(promiseEntry.check(current, result.promise())) : Optional.empty();
    Optional<Reason> holdReason = outcome == ConversationOutcome.PAUSE
        ? Optional.of(holdReason(result.pause().holdReason())) : Optional.empty();
    Optional<Hold.Contact> askedInstead = holdReason.flatMap(reason ->
        HoldEntry.contact(reason, result.pause().contactName(), result.pause().contactPhone()));
    Optional<ToldAddresses.Told> movedTo = WaysToDebtor.movedTo(report.atTheDoor(), outcome);
    OverdueReason reason = overdueReason(result.overdueReason(), outcome);
    boolean complains = complains(result.complaint(), outcome);
    boolean incoming = WRITTEN.contains(report.channel()) || began(result.initiative()) == Initiative.DEBTOR;
    conversations.keep(current, report, outcome, outcome.finding(note, reason), incoming, askedInstead);
    timeline.add(caseNumber, EntryKind.CONVERSATION, report.channel(), report.actor(), told(report, incoming),
        Translation.asWords(outcome.name()));
    promise.ifPresent(checked -> promiseEntry.take(current, checked, report.channel(), report.actor()));
    ways.conclude(current.debtorId(), outcome);
    movedTo.ifPresent(told -> ways.livesNowAt(current.debtorId(), told, report.actor()));
    keepWish(current.debtorId(), result.wish(), outcome, report.actor());
    treatments.count(current, report, reason);
    if (outcome == ConversationOutcome.PLAN_ASKED) {
      events.publishEvent(
          new InstalmentsAsked(caseNumber, result.plan().planInstalments(), result.plan().planFirstDate(),
              report.actor()));
    }
    if (complains) {
      events.publishEvent(new ComplaintMade(caseNumber, report.channel(), result.complaint().complaint(),
          result.complaint().complaintAbout(), report.actor()));
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

  private void keepWish(String debtorId, ContactResult.Wish wish, ConversationOutcome outcome, String actor) {
    String number = wish.number();
    if (number != null && !number.isBlank()) {
      onlyTheDebtorTells("number", outcome);
      wishes.refuseNumber(debtorId, number, actor);
    }
    if (isEntered(wish.channel())) {
      onlyTheDebtorTells("channel", outcome);
      wishes.setChannel(debtorId, EnteredText.choice("channel", wish.channel(), Channel.class), false, actor);
    }
    if (wish.hours().areEntered()) {
      onlyTheDebtorTells("from", outcome);
      wishes.suit(debtorId, wish.hours(), actor);
    }
  }

  private static Reason holdReason(@Nullable String entered) {
    return REASONS_TO_PAUSE.stream().filter(reason -> reason.name().equals(entered)).findFirst()
        .orElseThrow(() -> new InvalidInputException("holdReason", "must be one of "
            + REASONS_TO_PAUSE.stream().map(Enum::name).collect(Collectors.joining(", "))));
  }

  private static @Nullable OverdueReason overdueReason(@Nullable String entered, ConversationOutcome outcome) {
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

  private static boolean complains(ContactResult.Complaint complaint, ConversationOutcome outcome) {
    boolean complains = isEntered(complaint.complaint()) || isEntered(complaint.complaintAbout());
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

  /** Who began a contact. */
  private enum Initiative {
    CREDITOR, DEBTOR
  }

  private static Initiative began(@Nullable String entered) {
    return isEntered(entered) ? EnteredText.choice("initiative", entered, Initiative.class) : Initiative.CREDITOR;
  }

  private static ConversationOutcome outcome(ConversationReport report) {
    return ConversationOutcome.reportedBy(report.channel()).stream()
        .filter(outcome -> outcome.name().equals(report.result().outcome())).findFirst()
        .orElseThrow(() -> new InvalidInputException("outcome", "must be one of those that the form offers"));
  }
}
