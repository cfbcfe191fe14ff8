package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Channel;
import io.remit.contact.ContactAttempt;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.treatment.StepText;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gate.GateDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which messages go out, which the gate stops, and what becomes of those that cannot be delivered. */
@ProcessTest
class MessageTest {

  @Autowired
  private Treatments treatments;
  @Autowired
  private CaseWorld world;
  @Autowired
  private ContactGate gate;

  private static ContactAttempt last(TestedCase opened) {
    List<ContactAttempt> attempts = opened.contacts();
    return attempts.get(attempts.size() - 1);
  }

  @Test
  void aMessageGoesOutInTheDebtorsHoursAsOneFile() throws IOException {
    TestedCase opened = world.open(world.account(10).in("America/New_York"));
    assertThat(opened.dueDates()).containsEntry("message_treatment_due", Instant.parse("2007-09-03T12:00:00Z"));

    world.moveTo("2007-09-03T12:00:00Z");

    assertThat(opened.process()).hasPassedInOrder("message_begins", "message_treatment_due",
        "decide_message_treatment", "which_message_treatment", "send_message_message")
        .isWaitingAt("message_treatment_due").hasNotPassed("wait_in_message");
    assertThat(opened.messages()).containsExactly("2007-09-03T12:00:00Z SMS overdue-sms");
    assertThat(last(opened).decision()).isEqualTo(new GateDecision(true, "allowed",
        "rules of [US] in [America/New_York]; messages-a-day 0 of 1; messages-in-seven-days 0 of 3", null));
    assertThat(world.filesIn("outbox/sms")).singleElement()
        .satisfies(file -> assertThat(Files.readString(file)).contains(opened.number(),
            "To: " + ArrearsRow.phoneOf(opened.facts().debtorId())));
    assertThat(opened.dueDates()).as("five days, as decided").containsEntry("message_treatment_due",
        Instant.parse("2007-09-08T12:00:00Z"));
  }

  @Test
  void aMessageThatIsLateIsNotSentAtNightButOnTheNextMorning() {
    TestedCase opened = world.open(world.account(10));
    world.clock("2007-09-03T21:00:00Z");

    world.runDueJobs();

    assertThat(opened.messages()).isEmpty();
    assertThat(last(opened).status()).isEqualTo(ContactAttempt.Status.DENIED);
    assertThat(last(opened).decision().rule()).isEqualTo("contact-hours");
    assertThat(last(opened).decision().nextAllowedAt()).isEqualTo("2007-09-04T09:00:00Z");
    assertThat(opened.facts().treatmentsInStage()).as("what was not sent does not count").isZero();
    assertThat(opened.dueDates()).containsEntry("message_treatment_due", Instant.parse("2007-09-04T09:00:00Z"));
    world.moveTo("2007-09-04T09:00:00Z");
    assertThat(opened.messages()).containsExactly("2007-09-04T09:00:00Z SMS overdue-sms");
  }

  @Test
  void aTextThatADrawingNamesGoesOutInsteadOfWhatWasDecidedAndTheCaseRests() {
    TestedCase opened = world.open(world.account(10));
    world.moveTo("2007-09-03T10:00:00Z");

    world.moveTo("2007-09-04T10:00:00Z");
    treatments.planMessage(opened.number(), StepText.of("overdue-letter").orElseThrow(), 14);
    world.runDueJobs();

    assertThat(last(opened).template()).isEqualTo("overdue-letter");
    assertThat(last(opened).channel()).isEqualTo(Channel.LETTER);
    assertThat(opened.facts().treatmentsInStage()).isEqualTo(2);
    assertThat(opened.facts().treatmentNotBefore()).isEqualTo("2007-09-18T06:00:00Z");
  }

  @Test
  void theLetterBeforeCourtTellsTheTrueDayBeforeWhichNoPartnerComesIn() throws IOException {
    world.open(world.account(180));

    world.moveTo("2007-09-03T10:00:00Z");

    LocalDate dueDate = LocalDate.parse("2007-09-03").minusDays(180);
    assertThat(world.filesIn("outbox/letter")).singleElement().satisfies(file -> assertThat(Files.readString(file))
        .contains("Template: before-court-letter", "Version: 3", "on " + dueDate.plusDays(365) + " at the earliest"));
  }

  @Test
  void aDebtorWithFourCasesGetsOneMessageADayAndEachCaseHasItsTurn() {
    ArrearsRow euros = world.account(10);
    TestedCase first = world.open(euros);
    List<TestedCase> others = Stream.of("USD", "GBP", "CHF")
        .map(currency -> world.open(world.accountOf(euros.debtorId(), 10).currency(currency))).toList();

    world.moveTo("2007-09-07T10:00:00Z");

    assertThat(first.messages()).containsExactly("2007-09-03T09:00:00Z SMS overdue-sms");
    assertThat(others.get(0).messages()).containsExactly("2007-09-04T09:00:00Z SMS overdue-sms");
    assertThat(others.get(1).messages()).containsExactly("2007-09-05T09:00:00Z SMS overdue-sms");
    TestedCase last = others.get(2);
    assertThat(last.messages()).as("three messages in seven days").isEmpty();
    assertThat(last.facts().treatmentsInStage()).as("what was not sent does not count").isZero();

    world.moveTo("2007-09-11T10:00:00Z");

    assertThat(last.messages()).as("it has waited the longest")
        .containsExactly("2007-09-10T09:00:00Z SMS overdue-sms");
    assertThat(first.messages()).containsExactly("2007-09-03T09:00:00Z SMS overdue-sms",
        "2007-09-11T09:00:00Z EMAIL overdue-email");
  }

  @Test
  void aCaseLetsAnotherPassThatHasWaitedLonger() {
    ArrearsRow euros = world.account(10);
    TestedCase first = world.open(euros);
    TestedCase other = world.open(world.accountOf(euros.debtorId(), 10).currency("USD"));
    world.moveTo("2007-09-03T10:00:00Z");
    assertThat(last(other).decision().nextAllowedAt()).isEqualTo("2007-09-04T09:00:00Z");
    world.clock("2007-09-04T09:00:00Z");

    treatments.planMessage(first.number());

    assertThat(first.contacts()).hasSize(1);
    assertThat(first.timeline("TURN")).containsExactly("Another case of the debtor writes first: " + other.number());
    world.runDueJobs();
    assertThat(other.messages()).containsExactly("2007-09-04T09:00:00Z SMS overdue-sms");
    treatments.planMessage(first.number());
    assertThat(first.contacts()).as("it has had its turn").hasSize(2);
  }

  @Test
  void noCaseOfADebtorComesToTheReviewForCourtUnannounced() {
    ArrearsRow euros = world.account(180);
    List<TestedCase> cases = Stream.of("EUR", "USD", "GBP", "CHF")
        .map(currency -> world.open(world.accountOf(euros.debtorId(), 180).currency(currency))).toList();

    for (int day = 0; day < 30; day++) {
      world.moveDays(1);
      assertThat(cases).allSatisfy(each -> assertThat(each.task() == null || each.messages().stream()
          .anyMatch(message -> message.endsWith("before-court-letter"))).isTrue());
    }

    assertThat(cases).allSatisfy(each -> {
      assertThat(each.messages()).singleElement().asString().endsWith("LETTER before-court-letter");
      assertThat(each.task().getTaskDefinitionKey()).isEqualTo("task_review_court_case");
    });
  }

  @Test
  void whoHasNoPostalAddressIsToldOfTheReviewByEMail() {
    TestedCase opened = world.open(world.account(180).without("address"));

    world.moveTo("2007-09-17T09:00:00Z");

    assertThat(opened.messages()).containsExactly("2007-09-03T09:00:00Z EMAIL before-court-email");
    assertThat(opened.task().getTaskDefinitionKey()).isEqualTo("task_review_court_case");
  }

  @Test
  void aStepOfALaterStageIsNotSwallowedByAReminder() {
    ArrearsRow young = world.account(-1);
    TestedCase reminder = world.open(young);
    TestedCase legal = world.open(world.accountOf(young.debtorId(), 200).currency("USD"));

    world.moveTo("2007-09-03T10:00:00Z");
    assertThat(reminder.messages()).containsExactly("2007-09-03T09:00:00Z SMS reminder-sms");
    assertThat(last(legal).decision().rule()).isEqualTo("messages-a-day");
    assertThat(last(legal).supersededBy()).isNull();

    world.moveTo("2007-09-04T10:00:00Z");
    assertThat(legal.messages()).containsExactly("2007-09-04T09:00:00Z LETTER before-court-letter");
  }

  @Test
  void afterFourteenDaysWithoutANodeNobodyGetsMoreThanOneMessage() {
    ArrearsRow euros = world.account(10);
    List<TestedCase> cases = Stream.of("EUR", "USD", "GBP")
        .map(currency -> world.open(world.accountOf(euros.debtorId(), 10).currency(currency))).toList();

    world.clock("2007-09-17T12:00:00Z");
    world.runDueJobs();
    world.moveTo("2007-09-18T06:00:00Z");

    assertThat(cases.stream().flatMap(each -> each.messages().stream())).hasSize(1);
  }

  @Test
  void whoPaysBetweenTheDecisionAndTheSendingIsNotWrittenTo() {
    ArrearsRow account = world.account(10);
    TestedCase opened = world.open(account);
    world.clock("2007-09-03T09:00:00Z");
    world.engine.getManagementService().executeJob(opened.job("message_treatment_due").getId());
    assertThat(opened.process()).hasPassed("send_message_message").isWaitingAt("message_treatment_due");
    assertThat(last(opened).status()).isEqualTo(ContactAttempt.Status.PLANNED);

    world.pay(account, "460.00");
    world.runDueJobs();

    assertThat(opened.process()).isEnded().hasPassed("end_cured");
    assertThat(last(opened).status()).isEqualTo(ContactAttempt.Status.CANCELLED);
    assertThat(world.filesIn("outbox")).isEmpty();
  }

  @Test
  void whatTheDispatcherHoldsAlreadyIsNotSentOnceAPaymentThatSettlesIsCommitted() {
    TestedCase first = world.open(world.account(10));
    ArrearsRow account = world.account(10);
    TestedCase second = world.open(account);
    world.clock("2007-09-03T09:00:00Z");
    world.engine.getManagementService().executeJob(first.job("message_treatment_due").getId());
    world.engine.getManagementService().executeJob(second.job("message_treatment_due").getId());
    world.textMessages.onDelivery(message -> {
      assertThat(last(second).status()).as("held while the first one leaves").isEqualTo(ContactAttempt.Status.CLAIMED);
      world.pay(account, "460.00");
      return new DeliveryReceipt("first", world.now());
    });

    world.runContactWork();

    assertThat(last(first).status()).isEqualTo(ContactAttempt.Status.SENT);
    assertThat(second.process()).isEnded().hasPassed("end_cured");
    assertThat(second.messages()).isEmpty();
    assertThat(last(second).status()).isNotIn(ContactAttempt.Status.SENT, ContactAttempt.Status.PLANNED,
        ContactAttempt.Status.CLAIMED, ContactAttempt.Status.UNKNOWN);
    assertThat(world.textMessages.deliveries()).isEqualTo(1);
    world.textMessages.behave();
    world.moveDays(30);
    assertThat(second.messages()).isEmpty();
  }

  @Test
  void theGateStopsWhateverWouldAskForNothing() {
    ArrearsRow account = world.account(10);
    TestedCase cured = world.open(account);
    world.pay(account, "460.00");
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(gate.look(Contact.ofDebtor(cured.number(), Channel.SMS), 0).rule()).isEqualTo("case-closed");

    world.database.sql("update collection_case set status = 'OPEN' where case_number = :case")
        .param("case", cured.number()).update();
    assertThat(gate.look(Contact.ofDebtor(cured.number(), Channel.SMS), 0).rule()).isEqualTo("nothing-due");
  }

  @Test
  void aTextThatNobodyApprovedIsNotSentEvenIfTheTableNamesIt() throws IOException {
    String deployment = world.deployTreatments("\"overdue-sms\"", "\"nobody-approved-this\"");
    try {
      TestedCase opened = world.open(world.account(10));
      world.moveTo("2007-09-03T10:00:00Z");

      assertThat(opened.contacts().get(0).decision().rule()).isEqualTo("text-not-approved");
      assertThat(opened.timeline("DENIED").get(0)).startsWith("The gate denied a contact: text-not-approved");
      assertThat(opened.messages()).as("the stage goes on with its next treatment")
          .containsExactly("2007-09-03T09:00:00Z EMAIL overdue-email");
    } finally {
      world.engine.getRepositoryService().deleteDeployment(deployment, true);
    }
  }

  @Test
  void aMessageThatNoGatewayTakesWaitsAndIsDeliveredOnce() {
    TestedCase opened = world.open(world.account(10));
    Path inTheWay = world.block("outbox/sms");
    world.moveTo("2007-09-03T10:00:00Z");
    assertThat(opened.messages()).isEmpty();
    assertThat(last(opened).status()).isEqualTo(ContactAttempt.Status.PLANNED);

    world.unblock(inTheWay);
    world.moveTo("2007-09-03T12:00:00Z");

    assertThat(opened.messages()).hasSize(1);
    assertThat(world.filesIn("outbox")).hasSize(1);
    assertThat(opened.contacts()).hasSize(1);
    assertThat(opened.facts().treatmentsInStage()).isEqualTo(1);
    assertThat(opened.dueDates()).containsEntry("message_treatment_due", Instant.parse("2007-09-08T09:00:00Z"));
  }

  @Test
  void aMessageThatKeepsWaitingDoesNotHoldUpTheNextStageAndIsNotSentInIt() {
    TestedCase opened = world.open(world.account(29));
    Path inTheWay = world.block("outbox/sms");

    world.moveTo("2007-09-04T06:00:00Z");
    world.unblock(inTheWay);
    world.runDueJobs();

    assertThat(opened.process()).hasPassed("timer_telephone_due").isWaitingAt("stage_telephone");
    assertThat(opened.messages()).isEmpty();
    assertThat(world.filesIn("outbox")).isEmpty();
  }
}
