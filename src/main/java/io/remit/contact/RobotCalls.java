package io.remit.contact;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt.Status;
import io.remit.gate.Channel;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.OptOuts;
import io.remit.gate.ReachabilityRepository;
import io.remit.translation.Translation;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a voice robot reports of its calls. What is for a person goes to a collector at once. */
@Component
public class RobotCalls {

  private static final Set<Status> WITHOUT_RESULT = EnumSet.of(Status.CLAIMED, Status.SENT, Status.UNKNOWN);

  private final ContactLedger ledger;
  private final CaseRepository cases;
  private final PromiseEntry promiseEntry;
  private final ReachabilityRepository reachability;
  private final OptOuts optOuts;
  private final Treatments treatments;
  private final Timeline timeline;

  RobotCalls(ContactLedger ledger, CaseRepository cases, PromiseEntry promiseEntry,
      ReachabilityRepository reachability, OptOuts optOuts, Treatments treatments, Timeline timeline) {
    this.ledger = ledger;
    this.cases = cases;
    this.promiseEntry = promiseEntry;
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
    CollectionCase current = cases.get(attempt.caseNumber());
    ConversationOutcome outcome = outcomeOf(result);
    if (outcome == ConversationOutcome.PROMISED) {
      outcome = takePromise(current, result, attempt);
    }
    ledger.concluded(attempt.attemptId(), outcome.finding(null, null), attempt.actor(), result.at());
    timeline.add(attempt.caseNumber(), "CONVERSATION", Channel.ROBOT_CALL.name(), attempt.actor(),
        "A robot called", Translation.asWords(outcome.name()));
    if (outcome.rightParty()) {
      reachability.closeThirdParty(attempt.debtorId(), "REACHED");
    }
    switch (outcome) {
      case WRONG_NUMBER -> {
        reachability.mark(attempt.debtorId(), attempt.recipient(), Address.WRONG, "robot");
        treatments.decideAnew(attempt);
      }
      case ROBOT_OPTED_OUT -> optOuts.optOut(attempt.debtorId(), Channel.ROBOT_CALL, "robot");
      case ROBOT_HUMAN, ROBOT_DISPUTED, ROBOT_HARDSHIP -> treatments.decideAnew(attempt);
      default -> {
        // The case rests as was decided with the call, or until the promise's day.
      }
    }
  }

  /** What cannot be accepted as a promise is talked over by a person. */
  private ConversationOutcome takePromise(CollectionCase current, RobotCallResult result, ContactAttempt attempt) {
    try {
      PromiseEntry.Entered entered =
          new PromiseEntry.Entered(result.promiseAmount(), result.promiseDate(), null, null, null);
      promiseEntry.take(current, promiseEntry.check(current, entered), Channel.ROBOT_CALL.name(), attempt.actor());
      return ConversationOutcome.PROMISED;
    } catch (InvalidInputException unacceptable) {
      timeline.add(current.caseNumber(), "PROMISE", Channel.ROBOT_CALL.name(), attempt.actor(),
          "A promise given to the robot could not be accepted", unacceptable.getMessage());
      return ConversationOutcome.ROBOT_HUMAN;
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
        case DISPUTED -> ConversationOutcome.ROBOT_DISPUTED;
        case HARDSHIP -> ConversationOutcome.ROBOT_HARDSHIP;
        case ASKED_FOR_HUMAN -> ConversationOutcome.ROBOT_HUMAN;
        case OPTED_OUT -> ConversationOutcome.ROBOT_OPTED_OUT;
        case NONE -> ConversationOutcome.ROBOT_HEARD;
      };
    };
  }
}
