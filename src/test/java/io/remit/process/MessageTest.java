package io.remit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.DebtorRepository;
import io.remit.contact.Channel;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactGate;
import io.remit.contact.GateDecision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which messages go out, which the gate stops, and what becomes of those that cannot be delivered. */
@ProcessTest
class MessageTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private ContactGate gate;
  @Autowired
  private DebtorRepository debtors;

  private static ContactAttempt last(TestedCase opened) {
    List<ContactAttempt> attempts = opened.contacts();
    return attempts.get(attempts.size() - 1);
  }

  @Test
  void aMessageGoesOutInTheDebtorsHoursAsOneFile() throws IOException {
    TestedCase opened = world.open(world.account(10).in("America/New_York"));
    assertThat(opened.dueDates()).containsEntry("message_treatment_due", Instant.parse("2007-09-03T13:00:00Z"));

    world.moveTo("2007-09-03T13:00:00Z");

    assertThat(opened.process()).hasPassedInOrder("message_begins", "message_treatment_due",
        "decide_message_treatment", "which_message_treatment", "send_message_message")
        .isWaitingAt("message_treatment_due").hasNotPassed("wait_in_message");
    assertThat(opened.messages()).containsExactly("2007-09-03T13:00:00Z SMS overdue-sms");
    assertThat(last(opened).decision()).isEqualTo(new GateDecision(true, "allowed", null));
    assertThat(world.filesIn("outbox/sms")).singleElement()
        .satisfies(file -> assertThat(Files.readString(file)).contains("To: +17135550187", opened.number()));
    assertThat(opened.dueDates()).as("five days, as decided").containsEntry("message_treatment_due",
        Instant.parse("2007-09-08T13:00:00Z"));
  }

  @Test
  void aMessageThatIsLateIsNotSentAtNightButOnTheNextMorning() {
    TestedCase opened = world.open(world.account(10));
    world.clock("2007-09-03T21:00:00Z");

    world.runDueJobs();

    assertThat(opened.messages()).isEmpty();
    assertThat(last(opened).status()).isEqualTo(ContactAttempt.Status.DENIED);
    assertThat(last(opened).decision())
        .isEqualTo(new GateDecision(false, "contact-hours", Instant.parse("2007-09-04T09:00:00Z")));
    assertThat(opened.facts().treatmentsInStage()).as("what was not sent does not count").isZero();
    assertThat(opened.dueDates()).containsEntry("message_treatment_due", Instant.parse("2007-09-04T09:00:00Z"));
    world.moveTo("2007-09-04T09:00:00Z");
    assertThat(opened.messages()).containsExactly("2007-09-04T09:00:00Z SMS overdue-sms");
  }

  @Test
  void theLetterBeforeCourtTellsTheTrueDayBeforeWhichNoPartnerComesIn() throws IOException {
    world.open(world.account(180));

    world.moveTo("2007-09-03T10:00:00Z");

    LocalDate dueDate = LocalDate.parse("2007-09-03").minusDays(180);
    assertThat(world.filesIn("outbox/letter")).singleElement().satisfies(file -> assertThat(Files.readString(file))
        .contains("Template: before-court-letter", "Version: 2", "on " + dueDate.plusDays(365) + " at the earliest"));
  }

  @Test
  void aDebtorWithTwoCasesGetsOneMessageADay() {
    ArrearsRow euros = world.account(10);
    TestedCase inEuros = world.open(euros);
    TestedCase inDollars = world.open(world.accountOf(euros.debtorId(), 10).currency("USD"));

    world.moveTo("2007-09-03T10:00:00Z");

    assertThat(inEuros.messages()).hasSize(1);
    assertThat(inDollars.messages()).isEmpty();
    assertThat(last(inDollars).decision())
        .isEqualTo(new GateDecision(false, "messages-a-day", Instant.parse("2007-09-04T09:00:00Z")));
    world.moveTo("2007-09-04T09:00:00Z");
    assertThat(inDollars.messages()).containsExactly("2007-09-04T09:00:00Z SMS overdue-sms");
  }

  @Test
  void aDebtorGetsThreeMessagesInSevenDaysAtMost() {
    ArrearsRow euros = world.account(10);
    List<TestedCase> four = List.of(world.open(euros),
        world.open(world.accountOf(euros.debtorId(), 10).currency("USD")),
        world.open(world.accountOf(euros.debtorId(), 10).currency("GBP")),
        world.open(world.accountOf(euros.debtorId(), 10).currency("CHF")));

    world.moveTo("2007-09-06T10:00:00Z");

    assertThat(four.stream().flatMap(each -> each.messages().stream()).sorted()).containsExactly(
        "2007-09-03T09:00:00Z SMS overdue-sms", "2007-09-04T09:00:00Z SMS overdue-sms",
        "2007-09-05T09:00:00Z SMS overdue-sms");
    assertThat(four.stream().map(MessageTest::last).map(ContactAttempt::decision).map(GateDecision::rule))
        .contains("messages-in-seven-days");
  }

  @Test
  void whoPaysBetweenTheDecisionAndTheSendingIsNotWrittenTo() {
    ArrearsRow account = world.account(10);
    TestedCase opened = world.open(account);
    world.clock("2007-09-03T09:00:00Z");
    world.engine.getManagementService().executeJob(opened.job("message_treatment_due").getId());
    assertThat(opened.process()).isWaitingAt("send_message_message");
    assertThat(last(opened).status()).isEqualTo(ContactAttempt.Status.PLANNED);

    world.pay(account, "460.00");
    world.runDueJobs();

    assertThat(opened.process()).isEnded().hasPassed("end_cured");
    assertThat(last(opened).status()).isEqualTo(ContactAttempt.Status.CANCELLED);
    assertThat(world.filesIn("outbox")).isEmpty();
  }

  @Test
  void theGateStopsWhateverWouldAskForNothing() {
    ArrearsRow account = world.account(10);
    TestedCase cured = world.open(account);
    world.pay(account, "460.00");
    world.moveTo("2007-09-03T09:00:00Z");
    CollectionCase closed = cured.facts();
    CollectionCase asIfOpen = new CollectionCase(closed.caseNumber(), closed.debtorId(), closed.currency(), null,
        Status.OPEN, closed.stage(), closed.stageEnteredAt(), closed.baseDueDate(), null, 0, null, closed.openedAt(),
        null, null);

    assertThat(gate.decide(asIfOpen, debtors.get(account.debtorId()), Channel.SMS).rule()).isEqualTo("nothing-due");
    assertThat(gate.decide(closed, debtors.get(account.debtorId()), Channel.SMS).rule()).isEqualTo("case-closed");
  }

  @Test
  void aTextThatNobodyApprovedIsNotSentEvenIfTheTableNamesIt() throws IOException {
    String deployment = deployTreatments("\"overdue-sms\"", "\"nobody-approved-this\"");
    try {
      TestedCase opened = world.open(world.account(10));
      world.moveTo("2007-09-03T10:00:00Z");

      assertThat(opened.messages()).isEmpty();
      assertThat(last(opened).decision()).isEqualTo(new GateDecision(false, "text-not-approved", null));
      assertThat(opened.timeline("DENIED")).containsExactly("The gate denied a contact: text-not-approved");
      assertThat(opened.dueDates()).as("the stage goes on with its next treatment")
          .containsEntry("message_treatment_due", Instant.parse("2007-09-08T09:00:00Z"));
      world.moveTo("2007-09-08T10:00:00Z");
      assertThat(opened.messages()).containsExactly("2007-09-08T09:00:00Z EMAIL overdue-email");
    } finally {
      world.engine.getRepositoryService().deleteDeployment(deployment, true);
    }
  }

  /** Deploys the treatment decision with one change, as a process owner would. */
  private String deployTreatments(String found, String replacement) throws IOException {
    try (InputStream shipped = getClass().getResourceAsStream("/bpmn/next-treatment.dmn")) {
      String changed = new String(shipped.readAllBytes(), StandardCharsets.UTF_8).replace(found, replacement);
      return world.engine.getRepositoryService().createDeployment().addString("next-treatment.dmn", changed).deploy()
          .getId();
    }
  }

  @Test
  void aMessageThatCouldNotBeDeliveredIsTriedAgainAndDeliveredOnce() {
    TestedCase opened = world.open(world.account(10));
    Path inTheWay = world.block("outbox/sms");
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.process()).isWaitingAt("send_message_message");
    assertThat(opened.job("send_message_message").getRetries()).isEqualTo(4);
    assertThat(opened.dueDates()).containsEntry("send_message_message", Instant.parse("2007-09-03T09:10:00Z"));

    world.unblock(inTheWay);
    world.moveTo("2007-09-03T12:00:00Z");

    assertThat(opened.messages()).containsExactly("2007-09-03T09:10:00Z SMS overdue-sms");
    assertThat(world.filesIn("outbox")).hasSize(1);
    assertThat(opened.contacts()).hasSize(1);
    assertThat(opened.facts().treatmentsInStage()).isEqualTo(1);
  }

  @Test
  void aMessageThatKeepsFailingBecomesAnIncidentThatAnOperatorCanRetry() {
    TestedCase opened = world.open(world.account(10));
    Path inTheWay = world.block("outbox/sms");

    world.moveTo("2007-09-03T12:00:00Z");
    Job failed = opened.job("send_message_message");
    assertThat(failed.getRetries()).isZero();
    assertThat(world.engine.getRuntimeService().createIncidentQuery().processInstanceId(opened.process().getId())
        .singleResult().getActivityId()).isEqualTo("send_message_message");
    assertThat(opened.messages()).isEmpty();

    world.unblock(inTheWay);
    world.engine.getManagementService().setJobRetries(failed.getId(), 1);
    world.runDueJobs();

    assertThat(opened.messages()).containsExactly("2007-09-03T12:00:00Z SMS overdue-sms");
    assertThat(world.filesIn("outbox")).hasSize(1);
    assertThat(world.engine.getRuntimeService().createIncidentQuery().processInstanceId(opened.process().getId())
        .count()).isZero();
  }

  @Test
  void aMessageThatKeepsFailingDoesNotHoldUpTheNextStage() {
    TestedCase opened = world.open(world.account(29));
    world.block("outbox/sms");

    world.moveTo("2007-09-04T06:00:00Z");

    assertThat(opened.process()).hasPassed("timer_telephone_due").isWaitingAt("stage_telephone");
    assertThat(last(opened).status()).isEqualTo(ContactAttempt.Status.CANCELLED);
    assertThat(world.engine.getRuntimeService().createIncidentQuery().processInstanceId(opened.process().getId())
        .count()).isZero();
  }
}
