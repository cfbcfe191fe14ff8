package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Channel;
import io.remit.contact.ContactAttempt.Status;
import java.time.Instant;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is visited, and what follows from a visit. */
@ProcessTest
class VisitTest {

  @Autowired
  private CaseWorld world;

  private TestedCase caseToVisit() {
    TestedCase opened = world.open(world.account(90).with("owns_property", "true"));
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.openTask()).isEqualTo("task_visit_debtor 2007-09-10T06:00:00Z");
    return opened;
  }

  @ParameterizedTest(name = "{0} {1} owing {2}, property: {3}")
  @CsvSource({"PERSON, 277 Example Street, 50.00, true", "COMPANY, 277 Example Street, 50.00, false",
      "PERSON, 277 Example Street, 1000.00, false"})
  void whoCanBeFoundAndCanPayIsVisited(String type, String address, String amount, String ownsProperty) {
    TestedCase visited = world.open(world.account(90).with("debtor_type", type).with("address", address).owes(amount)
        .with("owns_property", ownsProperty));
    world.moveTo("2007-09-03T09:00:00Z");

    assertThat(visited.process()).hasPassedInOrder("visit_begins", "visit_treatment_due", "decide_visit_eligibility",
        "decide_visit_treatment", "which_visit_treatment").isWaitingAt("visit_in_visit")
        .hasNotPassed("call_in_visit", "send_visit_message");
    assertThat(visited.called("visit-debtor")).isWaitingAt("task_visit_debtor");
    assertThat(visited.task().getAssignee()).isNull();
  }

  @ParameterizedTest(name = "{0} at \"{1}\" owing {2}, property: {3}")
  @CsvSource({"PERSON, 277 Example Street, 999.99, false", "PERSON, 277 Example Street, 49.99, true",
      "COMPANY, 277 Example Street, 49.99, false", "COMPANY, '', 5000.00, true"})
  void elseTheDebtorIsCalled(String type, String address, String amount, String ownsProperty) {
    TestedCase called = world.open(world.account(90).with("debtor_type", type).with("address", address).owes(amount)
        .with("owns_property", ownsProperty));
    world.moveTo("2007-09-03T09:00:00Z");

    assertThat(called.process()).isWaitingAt("call_in_visit").hasNotPassed("visit_in_visit", "send_visit_message");
    assertThat(called.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
  }

  @Test
  void whoCanNeitherBeVisitedNorCalledIsWrittenTo() {
    TestedCase written = world.open(world.account(90).without("phone"));
    world.moveTo("2007-10-01T00:00:00Z");

    assertThat(written.messages()).containsExactly("2007-09-03T09:00:00Z LETTER contact-request-letter",
        "2007-09-24T09:00:00Z LETTER contact-request-letter");
    assertThat(written.process()).hasPassed("send_visit_message").hasNotPassed("visit_in_visit", "call_in_visit");
  }

  @ParameterizedTest(name = "{0}: {1}, next contact {3}")
  @CsvSource({
      "REFUSED,    rest_after_refusal,    end_refused,    2007-09-17T09:00:00Z, DELIVERED",
      "NOBODY_MET, rest_after_nobody_met, end_nobody_met, 2007-09-17T09:00:00Z, FAILED",
      "MOVED_AWAY, rest_after_moved_away, end_moved_away, 2007-10-03T09:00:00Z, FAILED"})
  void aVisitLeavesTheDebtorInPeaceAsLongAsTheModelSays(String outcome, String step, String end, Instant nextContact,
      Status status) {
    TestedCase visited = caseToVisit();
    ProcessInstance visit = visited.called("visit-debtor");

    visited.submit(Worker.FIELD_AGENT, outcome);

    assertThat(visit).isEnded().hasPassedInOrder("visit_due", "task_visit_debtor", "which_outcome", step, end)
        .hasNotPassed("raise_dispute", "raise_hardship", "end_promised");
    assertThat(visited.process()).hasPassed("visit_in_visit").hasNotPassed("hold_raised_in_contact")
        .isWaitingAt("visit_treatment_due");
    assertThat(visited.dueDates()).containsEntry("visit_treatment_due", nextContact)
        .containsEntry("timer_legal_due", Instant.parse("2007-12-02T06:00:00Z"));
    assertThat(visited.contacts()).singleElement().satisfies(attempt -> {
      assertThat(attempt.outcome()).isEqualTo(outcome);
      assertThat(attempt.status()).isEqualTo(status);
      assertThat(attempt.actor()).isEqualTo("field1");
    });
    assertThat(visited.facts().collector()).as("who visits does not become the caller").isNull();
  }

  @Test
  void afterTwoVisitsTheDebtorIsCalled() {
    TestedCase visited = caseToVisit();
    visited.submit(Worker.FIELD_AGENT, "NOBODY_MET");
    world.moveTo("2007-09-17T09:00:00Z");
    visited.submit(Worker.FIELD_AGENT, "NOBODY_MET");
    world.moveTo("2007-10-01T09:00:00Z");

    assertThat(visited.openTask()).isEqualTo("task_call_debtor 2007-10-01T20:00:00Z");
    assertThat(visited.process()).hasPassedInOrder("visit_in_visit", "visit_in_visit").isWaitingAt("call_in_visit");

    ProcessInstance call = visited.called("call-debtor");
    visited.submit(Worker.COLLECTOR, "REFUSED");
    assertThat(call).hasPassed("rest_after_refusal");
    assertThat(visited.dueDates()).containsEntry("visit_treatment_due", Instant.parse("2007-10-11T09:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"DISPUTED, raise_dispute, end_disputed, DISPUTE", "HARDSHIP, raise_hardship, end_hardship, HARDSHIP"})
  void whoObjectsOrIsInNeedDuringAVisitIsLeftInPeace(String outcome, String step, String end, String reason) {
    TestedCase visited = caseToVisit();
    ProcessInstance visit = visited.called("visit-debtor");

    visited.submit(Worker.FIELD_AGENT, outcome);

    assertThat(visit).isEnded().hasPassedInOrder("task_visit_debtor", "which_outcome", step, end);
    assertThat(visited.process()).hasPassed("hold_raised_in_contact").isWaitingAtExactly("held");
    assertThat(visited.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.reason().name()).isEqualTo(reason);
      assertThat(hold.raisedBy()).isEqualTo("field1");
    });
    assertThat(visited.facts().status().name()).isEqualTo("HELD");
  }

  @Test
  void aPromiseMadeDuringAVisitRestsTheCase() {
    TestedCase visited = caseToVisit();
    ProcessInstance visit = visited.called("visit-debtor");

    visited.submitPromise(Worker.FIELD_AGENT, "100", "2007-10-05");

    assertThat(visit).isEnded().hasPassedInOrder("task_visit_debtor", "which_outcome", "end_promised");
    assertThat(visited.promises()).singleElement().satisfies(promise -> {
      assertThat(promise.channel()).isEqualTo(Channel.VISIT);
      assertThat(promise.takenBy()).isEqualTo("field1");
    });
    assertThat(visited.dueDates()).containsEntry("visit_treatment_due", Instant.parse("2007-10-08T09:00:00Z"));
  }
}
