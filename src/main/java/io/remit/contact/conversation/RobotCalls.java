package io.remit.contact.conversation;

import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.ContactLedger;
import io.remit.contact.ConversationOutcome;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.OptOuts;
import io.remit.gate.ReachabilityRepository;
import io.remit.promise.PromiseEntry;
import io.remit.translation.Translation;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what a voice robot reports of its calls. What a person's call would bring has the same
 * consequences; who asks for a person is a collector's call at once.
 */
@Component
public class RobotCalls {

  private static final Set<Status> WITHOUT_RESULT = EnumSet.of(Status.CLAIMED, Status.SENT, Status.UNKNOWN);

  private final ContactLedger ledger;
  private final CaseRepository cases;
  private final PromiseEntry promiseEntry;
  private final ReportedContacts reports;
  private final ReachabilityRepository reachability;
  private final OptOuts optOuts;
  private final Treatments treatments;
  private final Timeline timeline;

  RobotCalls(ContactLedger ledger, CaseRepository cases, PromiseEntry promiseEntry,
      ReportedContacts reports, ReachabilityRepository reachability, OptOuts optOuts, Treatments treatments,
      Timeline timeline) {
    this.ledger = ledger;
    this.cases = cases;
    this.promiseEntry = promiseEntry;
    this.reports = reports;
    this.reachability = reachability;
    this.optOuts = optOuts;
    this.treatments = treatments;
    this.timeline = timeline;
  }

  /**
   * Records the result of a call, once.
   *
   * @return false if there is no such call, or its result is known already
   */
  @Transactional
  public boolean receive(RobotCallResult result) {
    return ledger.lockForResult(result.gateway(), result.reference())
        .filter(attempt -> attempt.channel() == Channel.ROBOT_CALL && WITHOUT_RESULT.contains(attempt.status()))
        .map(attempt -> {
          record(attempt, result);
          return true;
        }).orElse(false);
  }

  private void record(ContactAttempt attempt, RobotCallResult result) {
    ConversationOutcome heard = outcomeOf(result);
    Optional<String> refused = heard == ConversationOutcome.PROMISED ? whyNotTaken(attempt, result) : Optional.empty();
    ConversationOutcome outcome = refused.isPresent() ? ConversationOutcome.ROBOT_HUMAN : heard;
    if (ConversationOutcome.reportedBy(Channel.ROBOT_CALL).contains(outcome)) {
      reports.take(attempt.caseNumber(), ConversationReport.ofRobot(attempt, outcome, promised(result),
          result.at()));
    } else {
      ledger.concluded(attempt.attemptId(), outcome.finding(null, null), attempt.actor(), result.at());
      timeline.add(attempt.caseNumber(), EntryKind.CONVERSATION, Channel.ROBOT_CALL, attempt.actor(),
          "A robot called", Translation.asWords(outcome.name()));
      reachability.closeThirdParty(attempt.debtorId(), "REACHED");
    }
    refused.ifPresent(why -> timeline.add(attempt.caseNumber(), EntryKind.PROMISE, Channel.ROBOT_CALL, attempt.actor(),
        "A promise given to the robot could not be accepted", why));
    switch (outcome) {
      case ROBOT_OPTED_OUT -> optOuts.optOut(attempt.debtorId(), Channel.ROBOT_CALL, "robot");
      case WRONG_NUMBER, ROBOT_HUMAN -> treatments.decideAnew(attempt);
      default -> {
        // The case rests as was decided with the call and as is drawn for the outcome.
      }
    }
  }

  private static PromiseEntry.Entered promised(RobotCallResult result) {
    return new PromiseEntry.Entered(result.promiseAmount(), result.promiseDate(), null, null, null);
  }

  /** What cannot be accepted as a promise is talked over by a person. */
  private Optional<String> whyNotTaken(ContactAttempt attempt, RobotCallResult result) {
    try {
      promiseEntry.check(cases.get(attempt.caseNumber()), promised(result));
      return Optional.empty();
    } catch (InvalidInputException unacceptable) {
      return Optional.of(Objects.requireNonNull(unacceptable.getMessage()));
    }
  }

  private static ConversationOutcome outcomeOf(RobotCallResult result) {
    return switch (result.answeredBy()) {
      case NOBODY, MACHINE -> ConversationOutcome.NOT_REACHED;
      case THIRD_PARTY -> ConversationOutcome.THIRD_PARTY;
      case WRONG_NUMBER -> ConversationOutcome.WRONG_NUMBER;
      case DEBTOR -> switch (result.outcome()) {
        case PROMISED -> ConversationOutcome.PROMISED;
        case REFUSED -> ConversationOutcome.REFUSED;
        case DISPUTED -> ConversationOutcome.DISPUTED;
        case HARDSHIP -> ConversationOutcome.HARDSHIP;
        case ASKED_FOR_HUMAN -> ConversationOutcome.ROBOT_HUMAN;
        case OPTED_OUT -> ConversationOutcome.ROBOT_OPTED_OUT;
        case NONE -> ConversationOutcome.ROBOT_HEARD;
      };
    };
  }
}
