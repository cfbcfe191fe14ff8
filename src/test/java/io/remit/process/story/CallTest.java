package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempt.Status;
import java.time.Instant;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows from a collector's call; a promise and a hold have tests of their own. */
@ProcessTest
class CallTest {

  @Autowired
  private CaseWorld world;

  /** A case of 30 days on the Monday on which it is to be called. */
  private TestedCase caseToCall() {
    return caseToCall(world.account(30));
  }

  private TestedCase caseToCall(ArrearsRow account) {
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
    return opened;
  }

  @ParameterizedTest(name = "{0}: {1}, next contact {3}")
  @CsvSource({
      "REFUSED,      rest_after_refusal,     end_refused,     2007-09-10T09:00:00Z, DELIVERED",
      "NOT_REACHED,  rest_after_no_answer,   end_not_reached, 2007-09-06T09:00:00Z, FAILED",
      "THIRD_PARTY,  rest_after_third_party, end_third_party, 2007-09-06T09:00:00Z, FAILED",
      "WRONG_NUMBER, mark_number_wrong,      end_wrong_number, 2007-09-06T09:00:00Z, FAILED"})
  void aCallLeavesTheDebtorInPeaceAsLongAsTheModelSays(String outcome, String step, String end, Instant nextContact,
      Status status) {
    TestedCase called = caseToCall();
    ProcessInstance call = called.called("call-debtor");

    called.submit(Worker.COLLECTOR, outcome);

    assertThat(call).isEnded().hasPassedInOrder("call_due", "task_call_debtor", "which_outcome", step, end);
    for (String other : new String[] {"rest_after_refusal", "rest_after_no_answer", "rest_after_third_party",
        "mark_number_wrong", "raise_dispute", "raise_hardship", "end_promised"}) {
      if (!other.equals(step)) {
        assertThat(call).hasNotPassed(other);
      }
    }
    assertThat(called.process()).hasPassed("call_in_telephone").hasNotPassed("hold_raised_in_contact", "held")
        .isWaitingAt("telephone_treatment_due");
    assertThat(called.dueDates()).containsEntry("telephone_treatment_due", nextContact)
        .containsEntry("timer_visit_due", Instant.parse("2007-11-02T06:00:00Z"));
    assertThat(called.openTask()).isEqualTo("none");
    assertThat(called.facts().treatmentsInStage()).isEqualTo(1);
    ContactAttempt attempt = called.contacts().get(0);
    assertThat(attempt.outcome()).isEqualTo(outcome);
    assertThat(attempt.status()).isEqualTo(status);
    assertThat(attempt.actor()).isEqualTo("collector1");
    assertThat(attempt.decision().allowed()).isTrue();
  }

  @Test
  void theCollectorWhoCalledGetsTheNextCallToo() {
    TestedCase called = caseToCall();
    assertThat(called.task().getAssignee()).isNull();

    called.submit(Worker.OTHER_COLLECTOR, "REFUSED");
    world.moveTo("2007-09-10T09:00:00Z");

    assertThat(called.openTask()).isEqualTo("task_call_debtor 2007-09-10T20:00:00Z");
    assertThat(called.task().getAssignee()).isEqualTo("collector2");
    assertThat(called.facts().collector()).isEqualTo("collector2");
  }

  @Test
  void aTaskNobodyWorksStaysUntilTheNextStageAndIsGoneThen() {
    TestedCase called = caseToCall();
    ProcessInstance call = called.called("call-debtor");

    world.moveTo("2007-11-02T05:59:59Z");
    assertThat(called.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
    world.moveTo("2007-11-02T06:00:00Z");

    assertThat(called.openTask()).isEqualTo("none");
    assertThat(call).isEnded().hasNotPassed("which_outcome");
    assertThat(called.process()).isWaitingAt("stage_visit");
    assertThat(called.contacts()).isEmpty();
  }

  @Test
  void afterTwoUnansweredCallsATextSaysThatWeTriedAndThenWeCallAgain() {
    TestedCase called = caseToCall();
    called.submit(Worker.COLLECTOR, "NOT_REACHED");
    world.moveTo("2007-09-06T09:00:00Z");
    called.submit(Worker.COLLECTOR, "NOT_REACHED");

    // the third day is a Sunday
    world.moveTo("2007-09-10T08:59:59Z");
    assertThat(called.messages()).isEmpty();
    world.moveTo("2007-09-12T08:59:59Z");
    assertThat(called.messages()).containsExactly("2007-09-10T09:00:00Z SMS missed-call-sms");
    assertThat(called.openTask()).isEqualTo("none");

    world.moveTo("2007-09-12T09:00:00Z");
    assertThat(called.messages()).hasSize(1);
    assertThat(called.openTask()).isEqualTo("task_call_debtor 2007-09-12T20:00:00Z");
    assertThat(called.facts().treatmentsInStage()).isEqualTo(3);
    assertThat(called.process()).hasPassedInOrder("call_in_telephone", "call_in_telephone", "send_telephone_message")
        .isWaitingAt("call_in_telephone");
  }

  @Test
  void aNumberThatIsNotTheDebtorsIsNotCalledAgainAndLettersGoInstead() {
    TestedCase called = caseToCall(world.account(30).without("email"));
    called.submit(Worker.COLLECTOR, "WRONG_NUMBER");

    world.moveTo("2007-11-02T05:00:00Z");

    assertThat(called.messages()).containsExactly("2007-09-06T09:00:00Z LETTER contact-request-letter",
        "2007-09-27T09:00:00Z LETTER contact-request-letter", "2007-10-18T09:00:00Z LETTER contact-request-letter");
    assertThat(called.contacts()).extracting(ContactAttempt::channel).map(Enum::name)
        .containsExactly("CALL", "LETTER", "LETTER", "LETTER");
    assertThat(called.timeline("NUMBER")).containsExactly("The phone number is not the debtor's");
  }

  @Test
  void aNewNumberFromTheCreditorIsCalled() {
    ArrearsRow account = world.account(30);
    TestedCase called = caseToCall(account);
    called.submit(Worker.COLLECTOR, "WRONG_NUMBER");

    world.load(account.with("phone", "+870301234599"));
    world.moveTo("2007-09-06T09:00:00Z");

    assertThat(called.openTask()).isEqualTo("task_call_debtor 2007-09-06T20:00:00Z");
    assertThat(called.messages()).isEmpty();
  }

  @Test
  void whoeverHasNoPhoneIsWrittenTo() {
    TestedCase written = world.open(world.account(30).without("phone"));

    world.moveTo("2007-10-20T00:00:00Z");

    assertThat(written.messages()).containsExactly("2007-09-03T09:00:00Z LETTER contact-request-letter",
        "2007-09-17T09:00:00Z EMAIL overdue-email", "2007-10-01T09:00:00Z LETTER contact-request-letter");
    assertThat(written.process()).hasNotPassed("call_in_telephone").isWaitingAt("telephone_treatment_due");
    assertThat(written.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-10-22T09:00:00Z"));
  }
}
