package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase.Status;
import io.remit.contact.OverdueReason;
import io.remit.hold.Hold.Reason;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a debtor says of why he is overdue decides what comes next; other reasons to pause are entered with a call, too.
 */
@ProcessTest
class ConversationTest {

  @Autowired
  private CaseWorld world;

  private TestedCase caseToCall(ArrearsRow account) {
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    return opened;
  }

  private TestedCase caseToCall() {
    return caseToCall(world.account(30));
  }

  private TestedCase caseToVisit() {
    return caseToCall(world.account(90).with("owns_property", "true"));
  }

  private static Map<String, Object> refusedFor(String reason) {
    return Map.of("outcome", "REFUSED", "overdueReason", reason);
  }

  @ParameterizedTest(name = "{0}, without {1}: {2}")
  @CsvSource({
      "FORGOT,       nothing,     SMS payment-details-sms,       2007-09-11T09:00:00Z",
      "TRAVELLING,   phone,       EMAIL payment-details-email,   2007-09-11T09:00:00Z",
      "DID_NOT_KNOW, phone email, LETTER payment-details-letter, 2007-09-14T09:00:00Z"})
  void whoOnlyLacksTheDetailsGetsThemOnTheNextDayAndThenPeace(String reason, String missing, String message,
      Instant next) {
    ArrearsRow account = world.account(30);
    TestedCase opened = caseToCall(account);
    ProcessInstance call = opened.called("call-debtor");
    opened.submit(Worker.COLLECTOR, refusedFor(reason));
    for (String column : missing.split(" ")) {
      if (!column.equals("nothing")) {
        account.without(column);
      }
    }
    world.load(account);

    world.moveTo("2007-09-04T10:00:00Z");

    assertThat(call).isEnded().hasPassedInOrder("which_outcome", "outside_cause", "rest_before_next_step",
        "end_help_comes").hasNotPassed("rest_after_refusal");
    assertThat(opened.messages()).containsExactly("2007-09-04T09:00:00Z " + message);
    assertThat(opened.dueDates()).containsEntry("telephone_treatment_due", next);
    assertThat(opened.contacts().get(0).overdueReason()).isEqualTo(OverdueReason.valueOf(reason));
  }

  @Test
  void theSameHoldsForWhatIsSaidDuringAVisit() {
    TestedCase opened = caseToVisit();
    ProcessInstance visit = opened.called("visit-debtor");

    opened.submit(Worker.FIELD_AGENT, refusedFor("TRAVELLING"));
    world.moveTo("2007-09-04T10:00:00Z");

    assertThat(visit).isEnded().hasPassedInOrder("outside_cause", "rest_before_next_step", "end_help_comes");
    assertThat(opened.messages()).containsExactly("2007-09-04T09:00:00Z SMS payment-details-sms");
  }

  @Test
  void aBrokenPromiseIsTalkedAboutWhateverTheReasonWas() {
    TestedCase opened = caseToCall();
    opened.submit(Worker.COLLECTOR, Map.of("outcome", "PROMISED", "promiseAmount", "100.00", "promiseDate",
        "2007-09-04", "overdueReason", "FORGOT"));

    world.moveTo("2007-09-07T09:00:00Z");

    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-07T20:00:00Z");
    assertThat(opened.messages()).containsExactly("2007-09-03T09:00:00Z SMS promise-confirmation-sms");
  }

  @ParameterizedTest(name = "{0}: after an unanswered call the next on {1}")
  @CsvSource({"SHORT_OF_MONEY, 2007-09-12T09:00:00Z", "LOST_INCOME, 2007-09-15T09:00:00Z",
      "OVER_BORROWED, 2007-09-15T09:00:00Z", "CHANCE_TAKING, 2007-09-13T09:00:00Z"})
  void whoCannotPayIsLeftInPeaceAndCalledAgainAsTheTableSays(String reason, Instant next) {
    TestedCase opened = caseToCall();
    ProcessInstance call = opened.called("call-debtor");
    opened.submit(Worker.COLLECTOR, refusedFor(reason));
    assertThat(call).isEnded().hasPassedInOrder("outside_cause", "rest_after_refusal", "end_refused")
        .hasNotPassed("rest_before_next_step");
    assertThat(opened.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-09-10T09:00:00Z"));

    world.moveTo("2007-09-10T09:00:00Z");
    opened.submit(Worker.COLLECTOR, "NOT_REACHED");

    assertThat(opened.dueDates()).containsEntry("telephone_treatment_due", next);
    assertThat(opened.messages()).isEmpty();
  }

  @Test
  void whoSaysThatHePaidIsLeftInPeaceWhileASupervisorLooksForThePayment() {
    TestedCase opened = caseToCall();
    opened.submit(Worker.COLLECTOR, refusedFor("PAID_ELSEWHERE"));
    ProcessInstance search = opened.called("payment-search");

    assertThat(search).hasPassedInOrder("search_asked_for", "rest_during_search").isWaitingAt("task_search_payment");
    assertThat(opened.openTask()).isEqualTo("task_search_payment 2007-09-06T06:00:00Z");
    assertThat(opened.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-09-13T09:00:00Z"));
    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR, "FOUND")).hasMessageContaining("accountNumber: must be");
    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR,
        Map.of("outcome", "FOUND", "accountNumber", "A-1", "paymentReference", "two words")))
        .hasMessageContaining("paymentReference: must be");
    opened.submit(Worker.SUPERVISOR, Map.of("outcome", "FOUND", "accountNumber", "A-1", "paymentReference", "P-77"));

    assertThat(search).isEnded().hasPassedInOrder("task_search_payment", "payment_found", "end_payment_found");
    assertThat(opened.timeline("PAYMENT_SEARCH"))
        .containsExactly("The debtor's payment was found on account A-1, reference P-77");
    assertThat(opened.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-09-13T09:00:00Z"));
    assertThat(opened.messages()).isEmpty();
  }

  @Test
  void collectionGoesOnAtOnceIfNoPaymentIsFound() {
    TestedCase opened = caseToCall();
    opened.submit(Worker.COLLECTOR, refusedFor("PAID_ELSEWHERE"));
    ProcessInstance search = opened.called("payment-search");
    world.moveTo("2007-09-05T10:00:00Z");

    opened.submit(Worker.SUPERVISOR, Map.of("outcome", "NOT_FOUND", "note", "Nothing in three banks"));
    world.runDueJobs();

    assertThat(search).isEnded().hasPassed("end_payment_not_found").hasNotPassed("end_payment_found");
    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-05T20:00:00Z");
    assertThat(opened.timeline("PAYMENT_SEARCH"))
        .containsExactly("No payment of the debtor was found: Nothing in three banks");
  }

  @ParameterizedTest
  @CsvSource({"call-debtor, COLLECTOR, INSOLVENCY", "call-debtor, COLLECTOR, DECEASED",
      "visit-debtor, FIELD_AGENT, BREATHING_SPACE", "visit-debtor, FIELD_AGENT, FRAUD"})
  void anotherReasonToPausePutsTheCaseOnHold(String process, Worker worker, Reason reason) {
    TestedCase opened = process.equals("call-debtor") ? caseToCall() : caseToVisit();
    ProcessInstance conversation = opened.called(process);

    opened.submit(worker, Map.of("outcome", "PAUSE", "holdReason", reason.name(), "note", "Told by phone"));

    assertThat(conversation).isEnded().hasPassedInOrder("which_outcome", "raise_reported_hold", "all_contact_stops",
        "end_paused").hasNotPassed("end_goes_on");
    assertThat(opened.process()).hasPassed("hold_raised_in_contact").isWaitingAt("held");
    assertThat(opened.facts().status()).isEqualTo(Status.HELD);
    assertThat(opened.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.reason()).isEqualTo(reason);
      assertThat(hold.note()).isEqualTo("Told by phone");
      assertThat(hold.raisedBy()).isEqualTo(worker.id());
    });
    world.moveTo("2007-09-09T09:00:00Z");
    assertThat(opened.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"call-debtor, COLLECTOR", "visit-debtor, FIELD_AGENT"})
  void whatStopsSomeChannelsAloneLetsTheCaseGoOn(String process, Worker worker) {
    TestedCase opened = process.equals("call-debtor") ? caseToCall() : caseToVisit();
    ProcessInstance conversation = opened.called(process);

    opened.submit(worker, Map.of("outcome", "PAUSE", "holdReason", "VULNERABLE"));

    assertThat(conversation).isEnded().hasPassedInOrder("raise_reported_hold", "all_contact_stops", "end_goes_on")
        .hasNotPassed("end_paused");
    assertThat(opened.process()).hasNotPassed("hold_raised_in_contact");
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.holds()).singleElement()
        .satisfies(hold -> assertThat(hold.reason()).isEqualTo(Reason.VULNERABLE));
  }
}
