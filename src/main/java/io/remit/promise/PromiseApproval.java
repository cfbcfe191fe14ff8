package io.remit.promise;

import io.remit.approval.Raised;
import io.remit.approval.SecondDecision;
import io.remit.approval.SecondDecision.Outcome;
import io.remit.approval.SecondPerson;
import io.remit.cases.AgreedAccounts;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.promise.Promise.Status;
import org.springframework.stereotype.Component;

/** Takes what a supervisor decides on promises that need a decision. */
@Component
public class PromiseApproval {

  private final PromiseRepository promises;
  private final AgreedAccounts agreed;
  private final CaseRepository cases;
  private final CaseProcess caseProcess;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  PromiseApproval(PromiseRepository promises, AgreedAccounts agreed, CaseRepository cases, CaseProcess caseProcess,
      SecondPerson secondPerson, BusinessCalendar calendar, Timeline timeline) {
    this.promises = promises;
    this.agreed = agreed;
    this.cases = cases;
    this.caseProcess = caseProcess;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * Whether somebody may decide on a promise that needs a decision.
   *
   * @throws InvalidInputException if that person took it
   */
  public void mayDecide(MatterKey matter, String field, String userId) {
    mayDecide(promises.get(matter.number()), field, userId);
  }

  private void mayDecide(Promise promise, String field, String userId) {
    secondPerson.mustDecide(field, userId, new Raised(promise.caseNumber(), promise.takenBy(), promise.takenAt()),
        "is for another person: you took this promise yourself");
  }

  /**
   * Records a supervisor's decision on a promise that needs one. If it is rejected the case goes on at once.
   *
   * @return where the promise stands by it
   * @throws InvalidInputException if a field cannot be accepted, or it is the supervisor who took the promise
   */
  public Status decide(MatterKey matter, SecondDecision decision, String actor) {
    String reason = EnteredText.note(decision.note());
    Promise promise = promises.get(matter.number());
    mayDecide(promise, "outcome", actor);
    boolean approved = decision.outcome() == Outcome.APPROVED;
    if (approved && calendar.today().isAfter(promise.promisedFor())) {
      throw new InvalidInputException("outcome", "cannot be approved any more: the promised day is over");
    }
    Status status = approved ? Status.OPEN : Status.REJECTED;
    promises.decide(promise.promiseId(), status, reason, actor, calendar.now());
    agreed.setInForce(matter, approved);
    timeline.add(promise.caseNumber(), EntryKind.PROMISE, actor,
        "The promise was " + (approved ? "approved" : "rejected"), reason);
    if (!approved) {
      cases.restExactly(promise.caseNumber(), calendar.now());
    }
    caseProcess.redate(promise.caseNumber());
    return status;
  }
}
