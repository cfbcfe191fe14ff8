package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Channel;
import io.remit.contact.conversation.ContactResult;
import io.remit.contact.conversation.ConversationReport;
import io.remit.contact.conversation.Conversations;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gate.DebtorWishes.EnteredHours;
import io.remit.gate.OptOuts;
import io.remit.promise.Promise;
import io.remit.promise.Promise.Method;
import io.remit.promise.Promise.Status;
import io.remit.promise.PromiseEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A debtor who promised to pay is left in peace until his day and the days of grace are over; then it shows whether he
 * kept his word. The promises of these tests are of EUR 100.00 by Monday, 10 September, with two days of grace: over on
 * Thursday, the 13th, at six.
 */
@ProcessTest
class PromiseTest {

  private static final String CONFIRMATION = "2007-09-03T09:00:00Z SMS promise-confirmation-sms";

  @Autowired
  private CaseWorld world;
  @Autowired
  private ContactGate gate;
  @Autowired
  private OptOuts optOuts;
  @Autowired
  private Conversations conversations;
  @Autowired
  private TransactionTemplate transaction;

  private ArrearsRow account;
  private ProcessInstance promise;

  private TestedCase caseToCall(ArrearsRow owed) {
    account = owed;
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    return opened;
  }

  private TestedCase casePromised() {
    return casePromised(world.account(30));
  }

  private TestedCase casePromised(ArrearsRow owed) {
    TestedCase opened = caseToCall(owed);
    opened.submitPromise(Worker.COLLECTOR, "100.00", "2007-09-10");
    world.runDueJobs();
    promise = opened.matter("promise");
    return opened;
  }

  private static Map<String, Object> promiseOf(String amount, String date, Object... more) {
    Map<String, Object> fields =
        new HashMap<>(Map.of("outcome", "PROMISED", "promiseAmount", amount, "promiseDate", date));
    for (int i = 0; i < more.length; i += 2) {
      fields.put((String) more[i], more[i + 1]);
    }
    return fields;
  }

  /** The debtor calls us and promises. */
  private void promisesByHimself(TestedCase opened, String amount, String date) {
    transaction.executeWithoutResult(status ->
        conversations.record(opened.number(), ConversationReport.byPerson(Channel.CALL, new ContactResult(
            "PROMISED", "DEBTOR", null, new PromiseEntry.Entered(amount, date, null, null, null),
            new ContactResult.PlanAsked(null, null), new ContactResult.Pause(null, null, null),
            new ContactResult.Complaint(null, null),
            new ContactResult.Wish(null, null, new EnteredHours(null, null, null, null)), null), "collector1")));
  }

  private static Status statusOf(TestedCase promised) {
    return promised.promises().get(0).status();
  }

  private boolean mayBeContacted(TestedCase promised, Channel channel) {
    return gate.look(Contact.ofDebtor(promised.number(), channel), 0).allowed();
  }

  @Test
  void whatWasPromisedIsKeptWithEverythingThatMatters() {
    TestedCase opened = caseToCall(world.account(30));
    ProcessInstance call = opened.called("call-debtor");

    opened.submit(Worker.COLLECTOR, promiseOf("100", "2007-09-10", "promiseMethod", "CARD", "promiseReminder", "YES",
        "representative", "Ana Silva"));

    assertThat(call).isEnded().hasPassedInOrder("task_call_debtor", "which_outcome", "end_promised")
        .hasNotPassed("rest_after_refusal", "rest_after_no_answer", "rest_after_third_party");
    assertThat(opened.promises()).singleElement().satisfies(taken -> {
      assertThat(taken.amount()).isEqualTo(new BigDecimal("100.00"));
      assertThat(taken.currency()).isEqualTo("EUR");
      assertThat(taken.promisedFor()).isEqualTo(LocalDate.of(2007, 9, 10));
      assertThat(taken.given().method()).isEqualTo(Method.CARD);
      assertThat(taken.given().representative()).isEqualTo("Ana Silva");
      assertThat(taken.given().reminderAgreed()).isTrue();
      assertThat(taken.takenBy()).isEqualTo("collector1");
      assertThat(taken.channel()).isEqualTo(Channel.CALL);
      assertThat(taken.status()).isEqualTo(Status.OPEN);
    });
  }

  @Test
  void nobodyContactsTheDebtorUntilTheDaysOfGraceAreOver() {
    TestedCase promised = casePromised();

    assertThat(promised.dueDates()).containsOnly(
        entry("telephone_treatment_due", Instant.parse("2007-09-13T09:00:00Z")),
        entry("timer_visit_due", Instant.parse("2007-11-02T06:00:00Z")));
    assertThat(promise).hasPassedInOrder("promise_taken", "needs_approval", "confirm_promise", "reminder_wanted")
        .hasNotPassed("task_approve_promise", "reminder_due").isWaitingAt("promise_due");
    assertThat(promised.dueDates(promise)).containsOnly(entry("promise_due", Instant.parse("2007-09-13T06:00:00Z")));

    world.moveTo("2007-09-13T05:59:59Z");
    assertThat(promised.openTask()).isEqualTo("none");
    assertThat(promised.messages()).containsExactly(CONFIRMATION);
    assertThat(EnumSet.allOf(Channel.class)).noneMatch(channel -> mayBeContacted(promised, channel));
    assertThat(gate.look(Contact.ofDebtor(promised.number(), Channel.LETTER), 0)).satisfies(decision -> {
      assertThat(decision.rule()).isEqualTo("promise-running");
      assertThat(decision.nextAllowedAt()).isEqualTo("2007-09-13T06:00:00Z");
    });
  }

  @ParameterizedTest(name = "{0} days past due")
  @CsvSource({"-3, 2007-09-12T06:00:00Z", "10, 2007-09-13T06:00:00Z", "30, 2007-09-13T06:00:00Z",
      "90, 2007-09-13T06:00:00Z", "180, 2007-09-12T06:00:00Z", "365, 2007-09-12T06:00:00Z"})
  void inNoStageIsAnythingSentWhileAPromiseRuns(int daysPastDue, Instant over) {
    TestedCase promised = world.open(world.account(daysPastDue).with("owns_property", "true"));
    promisesByHimself(promised, "200.00", daysPastDue < 0 ? "2007-09-09" : "2007-09-10");

    world.moveTo(over.minusSeconds(1));

    assertThat(promised.messages()).as("at eight it is too early for the debtor").containsExactly(CONFIRMATION);
    assertThat(promised.openTask()).isEqualTo("none");
    assertThat(promised.dueDates().values()).allMatch(due -> !due.isBefore(over));
    assertThat(statusOf(promised)).isEqualTo(Status.OPEN);
  }

  @Test
  void aBrokenPromiseLeadsToAnUrgentCallOnTheNextMorningByWhoTookIt() {
    TestedCase promised = casePromised();

    world.moveTo("2007-09-13T09:00:00Z");

    assertThat(statusOf(promised)).isEqualTo(Status.BROKEN);
    assertThat(promise).isEnded().hasPassedInOrder("promise_due", "judge_promise", "which_result",
        "treat_after_broken", "end_broken").hasNotPassed("remind_of_promise", "promise_changed", "end_kept");
    assertThat(promised.openTask()).isEqualTo("task_call_debtor 2007-09-13T20:00:00Z");
    assertThat(promised.task().getPriority()).isEqualTo(75);
    assertThat(promised.task().getAssignee()).isEqualTo("collector1");
    assertThat(promised.messages()).containsExactly(CONFIRMATION);
    assertThat(promised.timeline("PROMISE")).containsExactly("Promise to pay EUR 100.00 by 2007-09-10",
        "Promise by 2007-09-10 broken: paid EUR 0.00");
  }

  @Test
  void afterABrokenPromiseTheNextCallComesAfterTwoDaysInsteadOfThree() {
    TestedCase promised = casePromised();
    world.moveTo("2007-09-13T09:00:00Z");

    promised.submit(Worker.COLLECTOR, "NOT_REACHED");

    assertThat(promised.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-09-15T09:00:00Z"));
  }

  @Test
  void aYoungDebtWhosePromiseWasBrokenIsTalkedAboutToo() {
    TestedCase promised = world.open(world.account(8));
    promisesByHimself(promised, "100.00", "2007-09-10");

    world.moveTo("2007-09-13T09:00:00Z");

    assertThat(promised.process()).isWaitingAt("stage_message");
    assertThat(promised.openTask()).isEqualTo("task_call_debtor 2007-09-13T20:00:00Z");
    assertThat(promised.messages()).containsExactly(CONFIRMATION);
  }

  @Test
  void tooLittleIsKeptInPart() {
    TestedCase promised = casePromised();
    world.moveTo("2007-09-10T10:00:00Z");
    world.pay(account, "94.99");

    world.moveTo("2007-09-13T09:00:00Z");

    assertThat(statusOf(promised)).isEqualTo(Status.PARTLY_KEPT);
    assertThat(promised.promises().get(0).paid()).isEqualByComparingTo("94.99");
    assertThat(promise).isEnded().hasPassedInOrder("judge_promise", "which_result", "treat_after_part",
        "end_partly_kept").hasNotPassed("promise_changed", "treat_after_broken");
    assertThat(promised.openTask()).isEqualTo("task_call_debtor 2007-09-13T20:00:00Z");
    assertThat(promised.task().getPriority()).isEqualTo(75);
  }

  @Test
  void enoughIsKeptAndNotHeldAgainstTheDebtor() {
    TestedCase promised = casePromised();
    world.moveTo("2007-09-10T10:00:00Z");
    world.pay(account, "95.00");
    assertThat(statusOf(promised)).as("the rest may still come").isEqualTo(Status.OPEN);

    world.moveTo("2007-09-13T09:00:00Z");

    assertThat(statusOf(promised)).isEqualTo(Status.KEPT);
    assertThat(promise).isEnded().hasPassedInOrder("judge_promise", "which_result", "end_kept")
        .hasNotPassed("treat_after_broken", "treat_after_part", "promise_changed");
    assertThat(promised.task().getPriority()).isEqualTo(50);
    promised.submit(Worker.COLLECTOR, "NOT_REACHED");
    assertThat(promised.dueDates()).as("three days, as after any call, and not on a Sunday")
        .containsEntry("telephone_treatment_due", Instant.parse("2007-09-17T09:00:00Z"));
  }

  @Test
  void whoPaysWithinTheDaysOfGraceKeepsHisWord() {
    TestedCase promised = casePromised();

    world.moveTo("2007-09-12T23:59:59Z");
    world.pay(account, "100.00");

    assertThat(statusOf(promised)).isEqualTo(Status.KEPT);
    assertThat(promised.messages()).containsExactly(CONFIRMATION);
  }

  @Test
  void whoPaysBeforeHisDayIsLeftInPeaceUntilThenAllTheSame() {
    TestedCase promised = casePromised();

    world.moveTo("2007-09-05T10:00:00Z");
    world.pay(account, "100.00");

    assertThat(statusOf(promised)).isEqualTo(Status.KEPT);
    assertThat(promise).isEnded().hasPassedInOrder("promise_changed", "which_result", "end_kept")
        .hasNotPassed("judge_promise");
    assertThat(promised.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-09-13T09:00:00Z"));
    assertThat(mayBeContacted(promised, Channel.CALL)).as("the gate's pause is over with the promise").isTrue();
    world.moveTo("2007-09-13T08:59:59Z");
    assertThat(promised.messages()).containsExactly(CONFIRMATION);
    assertThat(promised.openTask()).isEqualTo("none");
  }

  @Test
  void aPaymentTakenBackBeforeTheDayLetsThePromiseRunAgain() {
    TestedCase promised = casePromised();
    world.moveTo("2007-09-05T10:00:00Z");
    String payment = world.pay(account, "100.00");

    world.moveTo("2007-09-07T10:00:00Z");
    world.reverse(account, "100.00", payment);

    assertThat(statusOf(promised)).isEqualTo(Status.OPEN);
    ProcessInstance again = promised.matter("promise");
    assertThat(again).hasPassedInOrder("promise_taken", "confirmed_before", "reminder_wanted")
        .hasNotPassed("confirm_promise").isWaitingAt("promise_due");
    assertThat(promised.dueDates(again)).containsOnly(entry("promise_due", Instant.parse("2007-09-13T06:00:00Z")));
    assertThat(mayBeContacted(promised, Channel.CALL)).isFalse();
    world.moveTo("2007-09-13T06:00:00Z");
    assertThat(statusOf(promised)).isEqualTo(Status.BROKEN);
    assertThat(again).isEnded().hasPassed("end_broken");
    assertThat(promised.messages()).as("confirmed once").containsExactly(CONFIRMATION);
  }

  @Test
  void aPaymentTakenBackAfterTheDayBreaksThePromiseAndTheCaseIsTreatedAtOnce() {
    TestedCase promised = casePromised();
    world.moveTo("2007-09-10T10:00:00Z");
    String payment = world.pay(account, "100.00");
    world.moveTo("2007-09-13T09:00:00Z");
    promised.submit(Worker.COLLECTOR, "REFUSED");
    assertThat(promised.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-09-20T09:00:00Z"));

    world.moveTo("2007-09-14T07:00:00Z");
    world.reverse(account, "100.00", payment);

    assertThat(statusOf(promised)).isEqualTo(Status.BROKEN);
    assertThat(promised.matter("promise")).as("its day is over").isNull();
    assertThat(promised.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-09-14T09:00:00Z"));
    world.moveTo("2007-09-14T09:00:00Z");
    assertThat(promised.task().getPriority()).isEqualTo(75);
    assertThat(promised.messages()).containsExactly(CONFIRMATION);
  }

  @Test
  void aPaymentThatIsBookedLateKeepsThePromiseAfterAll() {
    TestedCase promised = casePromised();
    world.moveTo("2007-09-13T07:00:00Z");
    assertThat(statusOf(promised)).isEqualTo(Status.BROKEN);

    world.pay(account, "100.00", LocalDate.of(2007, 9, 12));

    assertThat(statusOf(promised)).isEqualTo(Status.KEPT);
    assertThat(promised.timeline("PROMISE")).last().isEqualTo("Promise by 2007-09-10 kept");
  }

  @Test
  void ofTwoPromisesTheEarlierIsPaidFirst() {
    TestedCase promised = casePromised();
    promisesByHimself(promised, "200.00", "2007-09-20");
    world.moveTo("2007-09-06T10:00:00Z");

    world.pay(account, "150.00");

    assertThat(promised.promises()).extracting(Promise::status).containsExactly(Status.KEPT, Status.OPEN);
    assertThat(promise).isEnded().hasPassed("end_kept");
    world.pay(account, "149.99");
    assertThat(promised.promises()).extracting(Promise::status).containsExactly(Status.KEPT, Status.OPEN);
    world.moveTo("2007-09-23T06:00:00Z");
    assertThat(promised.promises()).extracting(Promise::status).as("199.99 are enough of 200.00")
        .containsExactly(Status.KEPT, Status.KEPT);
    assertThat(promised.messages()).containsExactly(CONFIRMATION, CONFIRMATION);
    assertThat(promised.openTask()).isEqualTo("none");
  }

  @Test
  void allPromisesTogetherAreNotMoreThanTheDebt() {
    TestedCase promised = casePromised();

    assertThatThrownBy(() -> promisesByHimself(promised, "360.01", "2007-09-20")).hasMessage(
        "promiseAmount: is more than what is owed beside what is promised already; at most EUR 360.00");
    promisesByHimself(promised, "360.00", "2007-09-20");

    assertThat(promised.promises()).hasSize(2);
  }

  @Test
  void aPromiseThatIsKeptByPayingEverythingIsKnownAsKept() {
    TestedCase promised = casePromised();

    world.moveTo("2007-09-07T10:00:00Z");
    world.pay(account, "460.00");

    assertThat(promised.process()).isEnded().hasPassed("end_cured");
    assertThat(statusOf(promised)).isEqualTo(Status.KEPT);
    assertThat(promise).isEnded().hasPassed("end_kept");
  }

  @Test
  void whoPaysWhatIsOverdueKeepsAPromiseOfMore() {
    TestedCase promised = caseToCall(world.account(30).with("overdue_amount", "200.00"));
    promised.submitPromise(Worker.COLLECTOR, "300.00", "2007-09-10");
    promise = promised.matter("promise");

    world.pay(account, "200.00");

    assertThat(promised.process()).isEnded().hasPassed("end_cured");
    assertThat(statusOf(promised)).isEqualTo(Status.KEPT);
    assertThat(promise).isEnded().hasPassedInOrder("promise_changed", "which_result", "end_kept");
  }

  @Test
  void aPaymentTakenBackAfterTheCaseWasCuredBreaksThePromiseOnceItsDayIsOver() {
    TestedCase promised = casePromised();
    world.moveTo("2007-09-07T10:00:00Z");
    String payment = world.pay(account, "460.00");

    world.moveTo("2007-09-14T10:00:00Z");
    world.reverse(account, "460.00", payment);

    assertThat(statusOf(promised)).isEqualTo(Status.BROKEN);
    assertThat(world.caseOf(account).number()).isNotEqualTo(promised.number());
  }

  @Test
  void aCaseThatIsWithdrawnEndsItsPromiseWithoutAWord() {
    TestedCase promised = casePromised();

    world.lifecycle.withdraw(promised.number(), "supervisor1", "Sold");

    assertThat(statusOf(promised)).isEqualTo(Status.CANCELLED);
    assertThat(promise).isEnded().hasPassedInOrder("promise_changed", "which_result", "end_cancelled")
        .hasNotPassed("treat_after_broken", "end_kept");
    world.moveTo("2007-09-14T10:00:00Z");
    assertThat(promised.messages()).containsExactly(CONFIRMATION);
  }

  @Test
  void oneReminderComesTheDayBeforeIfTheDebtorAgreed() {
    TestedCase promised = caseToCall(world.account(30));
    promised.submit(Worker.COLLECTOR, promiseOf("100.00", "2007-09-12", "promiseReminder", "YES"));
    promise = promised.matter("promise");
    assertThat(promise).isWaitingAt("reminder_due");
    assertThat(promised.dueDates(promise)).containsOnly(entry("reminder_due", Instant.parse("2007-09-11T09:00:00Z")));

    world.moveTo("2007-09-15T05:59:59Z");

    assertThat(promise).hasPassedInOrder("confirm_promise", "reminder_due", "remind_of_promise")
        .isWaitingAt("promise_due");
    assertThat(promised.messages())
        .containsExactly(CONFIRMATION, "2007-09-11T09:00:00Z SMS promise-reminder-sms");
    assertThat(world.filesIn("outbox")).anySatisfy(file -> assertThat(file).content()
        .contains("as agreed we remind you: you wanted to pay EUR 100.00 by 2007-09-12"));
  }

  @Test
  void aReminderIsNotSentOnceThePromiseIsKept() {
    TestedCase promised = caseToCall(world.account(30));
    promised.submit(Worker.COLLECTOR, promiseOf("100.00", "2007-09-12", "promiseReminder", "YES"));
    world.moveTo("2007-09-10T10:00:00Z");
    world.pay(account, "100.00");

    world.moveTo("2007-09-15T05:59:59Z");

    assertThat(promised.messages()).containsExactly(CONFIRMATION);
  }

  @Test
  void theReminderOfTomorrowsPaymentIsTooLateToBeWorthIt() {
    TestedCase promised = caseToCall(world.account(30));

    promised.submit(Worker.COLLECTOR, promiseOf("100.00", "2007-09-04", "promiseReminder", "YES"));

    assertThat(promised.matter("promise")).hasNotPassed("reminder_due").isWaitingAt("promise_due");
  }

  @Test
  void theConfirmationSaysWhatWasAgreedAndGoesByEmailWhereNoNumberServes() {
    TestedCase promised = caseToCall(world.account(30));
    optOuts.optOut(promised.facts().debtorId(), Channel.SMS, "test");

    promised.submitPromise(Worker.COLLECTOR, "100.00", "2007-09-10");
    world.runDueJobs();

    assertThat(promised.messages()).containsExactly("2007-09-03T09:00:00Z EMAIL promise-confirmation-email");
    assertThat(world.filesIn("outbox")).anySatisfy(file -> assertThat(file).content()
        .contains("You agreed to pay EUR 100.00 by 2007-09-10", "reference " + account.accountNumber()));
  }

  @Test
  void whoOptedOutOfBothGetsNoConfirmation() {
    TestedCase promised = caseToCall(world.account(30));
    optOuts.optOut(promised.facts().debtorId(), Channel.SMS, "test");
    optOuts.optOut(promised.facts().debtorId(), Channel.EMAIL, "test");

    promised.submitPromise(Worker.COLLECTOR, "100.00", "2007-09-10");
    world.moveTo("2007-09-13T05:59:59Z");

    assertThat(promised.messages()).isEmpty();
    assertThat(promised.timeline("PROMISE"))
        .contains("No text about the promise: neither a number nor an e-mail address serves");
  }

  @Test
  void noStageComesWhileAPromiseRuns() {
    TestedCase promised = caseToCall(world.account(85));
    promised.submitPromise(Worker.COLLECTOR, "100", "2007-09-20");

    assertThat(promised.dueDates()).as("90 days old on 8 September, but the promise runs until the 22nd")
        .containsEntry("timer_visit_due", Instant.parse("2007-09-23T06:00:00Z"));
    world.moveTo("2007-09-12T03:00:00Z");
    world.load(account);
    assertThat(promised.process()).as("no file brings it either").isWaitingAt("stage_telephone")
        .hasNotPassed("case_changed");
    world.moveTo("2007-09-23T05:59:59Z");
    assertThat(promised.process()).isWaitingAt("stage_telephone").hasNotPassed("timer_visit_due");
    world.moveTo("2007-09-23T06:00:00Z");
    assertThat(promised.process()).isWaitingAt("stage_visit");
    assertThat(promised.messages()).containsExactly(CONFIRMATION);
  }

  @ParameterizedTest(name =
      "{0}: called at {1}, reminded at {2}, over at six in the creditor''s zone, called again at {3}")
  @CsvSource({
      "Pacific/Honolulu, 2007-09-03T18:00:00Z, 2007-09-11T06:00:00Z, 2007-09-15T06:00:00Z, 2007-09-15T07:00:00Z",
      "Asia/Tokyo,       2007-09-03T08:00:00Z, 2007-09-11T06:00:00Z, 2007-09-15T06:00:00Z, 2007-09-15T11:00:00Z",
      "Europe/Moscow,    2007-09-03T08:00:00Z, 2007-09-11T06:00:00Z, 2007-09-15T06:00:00Z, 2007-09-15T16:00:00Z"})
  void daysAreThoseOfTheCreditorAndHoursThoseOfTheDebtor(String zone, Instant called, Instant reminded, Instant again,
      Instant calledUntil) {
    TestedCase promised = world.open(world.account(30).with("time_zone", zone));
    world.moveTo(called);
    promised.submit(Worker.COLLECTOR, promiseOf("100.00", "2007-09-12", "promiseReminder", "YES"));
    promise = promised.matter("promise");

    assertThat(promised.dueDates(promise)).containsOnly(entry("reminder_due", reminded));
    world.moveTo(again.minusSeconds(1));
    assertThat(statusOf(promised)).isEqualTo(Status.OPEN);
    assertThat(promised.openTask()).isEqualTo("none");
    assertThat(promised.messages())
        .containsExactly(called + " SMS promise-confirmation-sms", reminded + " SMS promise-reminder-sms");
    world.moveTo(again);
    assertThat(statusOf(promised)).isEqualTo(Status.BROKEN);
    assertThat(promised.openTask()).isEqualTo("task_call_debtor " + calledUntil);
  }

  /** A debtor who let us down twice promises for the third time, on Saturday, 8 September. */
  @Test
  void aNewInvoiceBesideAPromiseIsCollectedAndMoneyForItKeepsNone() {
    TestedCase promised = casePromised();
    ArrearsRow invoice = world.accountOf(account.debtorId(), 8);
    TestedCase beside = world.open(invoice);
    assertThat(beside.number()).isNotEqualTo(promised.number());
    world.moveTo("2007-09-05T10:00:00Z");
    assertThat(beside.messages()).anyMatch(message -> message.endsWith("overdue-sms"));

    world.pay(invoice, "100.00");
    assertThat(statusOf(promised)).isEqualTo(Status.OPEN);

    world.moveTo("2007-09-13T10:00:00Z");
    assertThat(statusOf(promised)).isEqualTo(Status.BROKEN);
  }

  private TestedCase proposedBy(Worker worker) {
    TestedCase opened = caseToCall(world.account(30));
    opened.submitPromise(Worker.COLLECTOR, "100.00", "2007-09-03");
    world.moveTo("2007-09-06T09:00:00Z");
    opened.submitPromise(Worker.COLLECTOR, "100.00", "2007-09-06");
    world.moveTo("2007-09-08T09:00:00Z");
    world.engine.getTaskService().setAssignee(opened.task().getId(), worker.id());
    assertThatThrownBy(() -> opened.submitPromise(worker, "114.99", "2007-09-15"))
        .hasMessageContaining("promiseAmount: is less than can be accepted; at least EUR 115.00");
    assertThatThrownBy(() -> opened.submitPromise(worker, "115.00", "2007-09-23"))
        .hasMessageContaining("promiseDate: is too far ahead; 2007-09-22 at the latest");
    opened.submitPromise(worker, "115.00", "2007-09-15");
    world.runDueJobs();
    promise = opened.matter("promise");
    assertThat(newest(opened)).isEqualTo(Status.PROPOSED);
    assertThat(promise).isWaitingAt("task_approve_promise").hasNotPassed("confirm_promise");
    assertThat(opened.openTask()).isEqualTo("task_approve_promise 2007-09-12T06:00:00Z");
    assertThat(opened.messages()).as("nothing is confirmed yet").hasSize(2);
    return opened;
  }

  private static Status newest(TestedCase promised) {
    return promised.promises().get(promised.promises().size() - 1).status();
  }

  @Test
  void afterTwoBrokenPromisesASupervisorApproves() {
    TestedCase proposed = proposedBy(Worker.COLLECTOR);
    world.moveTo("2007-09-10T10:00:00Z");
    assertThat(mayBeContacted(proposed, Channel.CALL)).isFalse();

    proposed.submit(Worker.SUPERVISOR, Map.of("outcome", "APPROVED", "note", "Salary comes on the 14th"));
    world.runDueJobs();

    assertThat(newest(proposed)).isEqualTo(Status.OPEN);
    assertThat(promise).hasPassedInOrder("task_approve_promise", "which_decision", "confirm_promise")
        .isWaitingAt("promise_due");
    assertThat(proposed.dueDates(promise)).containsOnly(entry("promise_due", Instant.parse("2007-09-16T06:00:00Z")));
    assertThat(proposed.dueDates())
        .containsEntry("telephone_treatment_due", Instant.parse("2007-09-17T09:00:00Z"));
    assertThat(proposed.messages()).last().isEqualTo("2007-09-10T10:00:00Z SMS promise-confirmation-sms");
    assertThat(proposed.timeline("PROMISE")).contains("The promise was approved: Salary comes on the 14th");
  }

  @Test
  void aRejectedPromiseIsToldByACall() {
    TestedCase proposed = proposedBy(Worker.COLLECTOR);
    world.moveTo("2007-09-10T10:00:00Z");

    proposed.submit(Worker.SUPERVISOR, "REJECTED");
    world.runDueJobs();

    assertThat(newest(proposed)).isEqualTo(Status.REJECTED);
    assertThat(promise).isEnded().hasPassedInOrder("which_decision", "rejected", "which_result", "end_rejected")
        .hasNotPassed("confirm_promise", "promise_due", "treat_after_broken");
    assertThat(proposed.openTask()).isEqualTo("task_call_debtor 2007-09-10T20:00:00Z");
    assertThat(mayBeContacted(proposed, Channel.CALL)).isTrue();
    assertThat(proposed.messages()).hasSize(2);
  }

  @Test
  void nobodyApprovesAPromiseThatHeTookHimself() {
    TestedCase proposed = proposedBy(Worker.SUPERVISOR);

    assertThatThrownBy(() -> proposed.submit(Worker.SUPERVISOR, "APPROVED"))
        .hasMessageContaining("outcome: is for another person: you took this promise yourself");
    assertThat(newest(proposed)).isEqualTo(Status.PROPOSED);
    proposed.submit(Worker.OTHER_SUPERVISOR, "APPROVED");

    assertThat(newest(proposed)).isEqualTo(Status.OPEN);
  }

  @Test
  void contactPausesForASupervisorsDecisionSomeDaysAtMost() {
    TestedCase proposed = proposedBy(Worker.COLLECTOR);

    world.moveTo("2007-09-12T08:59:59Z");
    assertThat(proposed.openTask()).startsWith("task_approve_promise");
    world.moveTo("2007-09-12T09:00:00Z");

    assertThat(proposed.task("task_call_debtor")).isNotNull();
    assertThat(proposed.task("task_approve_promise")).isNotNull();
    assertThat(mayBeContacted(proposed, Channel.CALL)).isTrue();
    world.moveTo("2007-09-16T10:00:00Z");
    assertThatThrownBy(() -> proposed.submit(Worker.SUPERVISOR, proposed.task("task_approve_promise"),
        Map.of("outcome", "APPROVED"))).hasMessageContaining("the promised day is over");
  }

  @Test
  void aProposedPromiseEndsWithItsCase() {
    TestedCase proposed = proposedBy(Worker.COLLECTOR);

    world.pay(account, "460.00");

    assertThat(newest(proposed)).isEqualTo(Status.CANCELLED);
    assertThat(promise).isEnded().hasPassed("end_cancelled").hasNotPassed("confirm_promise");
    assertThat(proposed.openTask()).isEqualTo("none");
  }
}
