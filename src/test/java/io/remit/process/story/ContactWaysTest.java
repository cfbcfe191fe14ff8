package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.casefile.CaseView;
import io.remit.cases.Channel;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryReport;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.contact.conversation.RobotCallResult;
import io.remit.contact.conversation.RobotCallResult.AnsweredBy;
import io.remit.contact.conversation.RobotCallResult.Outcome;
import io.remit.contact.conversation.RobotCalls;
import io.remit.contact.dispatch.DeliveryReports;
import io.remit.contact.incoming.IncomingText;
import io.remit.contact.incoming.IncomingTexts;
import io.remit.contact.treatment.Treatment;
import io.remit.contact.treatment.TreatmentDecision;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gate.ContactPreferences;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.ContactQuestion.Wording;
import io.remit.gate.Person;
import io.remit.gate.ReachabilityRepository;
import io.remit.hold.Hold;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What becomes of a case when a message fails or is lost sight of, when a robot hands over, or when the debtor writes.
 */
@ProcessTest
class ContactWaysTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private DeliveryReports reports;
  @Autowired
  private RobotCalls robots;
  @Autowired
  private IncomingTexts incoming;
  @Autowired
  private Treatments treatments;
  @Autowired
  private ContactGate gate;
  @Autowired
  private ContactPreferences wishes;
  @Autowired
  private ReachabilityRepository reachability;
  @Autowired
  private CaseView views;
  @Autowired
  private ContactsByPeople people;
  @Autowired
  private ObjectMapper json;

  private static ContactAttempt last(TestedCase opened) {
    List<ContactAttempt> attempts = opened.contacts();
    return attempts.get(attempts.size() - 1);
  }

  private static DeliveryReceipt noSuchNumber() {
    throw new MessageRefusedException("no such number", true);
  }

  @Test
  void whereTheNumberDoesNotExistTheCaseGoesOnByEmailAtOnceAndNeverTriesItAgain() {
    world.textMessages.onDelivery(message -> noSuchNumber());
    TestedCase opened = world.open(world.account(10));

    world.moveTo("2007-09-03T10:00:00Z");

    assertThat(opened.contacts()).extracting(ContactAttempt::channel, ContactAttempt::status)
        .containsExactly(tuple(Channel.SMS, Status.FAILED),
            tuple(Channel.EMAIL, Status.SENT));
    assertThat(opened.timeline("FAILED")).containsExactly("The message did not arrive: no such number");
    assertThat(opened.timeline("NUMBER")).containsExactly("The number or address does not exist");
    assertThat(opened.dueDates()).containsEntry("message_treatment_due", Instant.parse("2007-09-10T09:00:00Z"));
    assertThat(gate.look(Contact.ofDebtor(opened.number(), Channel.SMS), 0).rule()).isEqualTo("address-invalid");
    world.moveTo("2007-09-12T10:00:00Z");
    assertThat(world.textMessages.deliveries()).isEqualTo(1);
  }

  @Test
  void aTextThatWaitedForItsGatewayGoesToTheNumberThatServesByThen() {
    List<String> recipients = new ArrayList<>();
    world.textMessages.onDelivery(message -> {
      recipients.add(message.recipient());
      throw new GatewayUnavailableException("away", null);
    });
    TestedCase opened = world.open(world.account(10));
    world.moveTo("2007-09-03T09:00:00Z");
    wishes.addNumber(opened.facts().debtorId(), "+870 301 234 568", "collector1");
    reachability.mark(opened.facts().debtorId(), numberOf(opened), Address.WRONG, "conversation");

    world.textMessages.onDelivery(message -> {
      recipients.add(message.recipient());
      return new DeliveryReceipt("there-1", world.now());
    });
    world.moveTo("2007-09-03T10:00:00Z");

    assertThat(recipients).containsExactly(numberOf(opened), "+870301234568");
  }

  @Test
  void aReminderThatDoesNotArriveIsSentByTheNextChannel() {
    world.textMessages.onDelivery(message -> noSuchNumber());
    TestedCase opened = world.open(world.account(-2));

    world.moveTo("2007-09-03T10:00:00Z");

    assertThat(opened.messages()).containsExactly("2007-09-03T09:00:00Z EMAIL reminder-email");
    assertThat(opened.process()).isWaitingAt("reminder_treatment_due");
  }

  @Test
  void aMessageThatIsReportedAsFailedTwoHoursLaterTellsTheCaseOnce() {
    TestedCase opened = world.open(world.account(10));
    world.moveTo("2007-09-03T11:00:00Z");
    DeliveryReport failed = new DeliveryReport("scripted", last(opened).gatewayReference(),
        DeliveryReport.Result.FAILED, false, "expired", world.now());

    reports.receive(failed);
    reports.receive(failed);
    world.runDueJobs();

    assertThat(opened.messages()).containsExactly("2007-09-03T09:00:00Z SMS overdue-sms",
        "2007-09-03T11:00:00Z EMAIL overdue-email");
    assertThat(opened.timeline("FAILED")).hasSize(1);
  }

  @Test
  void aReportThatComesBeforeTheGatewaysAnswerIsKeptAndMatched() {
    TestedCase opened = world.open(world.account(10));
    world.textMessages.onDelivery(message -> {
      reports.receive(new DeliveryReport("scripted", "early-1", DeliveryReport.Result.DELIVERED, false, null,
          world.now()));
      return new DeliveryReceipt("early-1", world.now());
    });

    world.moveTo("2007-09-03T10:00:00Z");
    world.runDueJobs();

    assertThat(last(opened).status()).isEqualTo(Status.DELIVERED);
    assertThat(world.database.sql("select count(*) from parked_report").query(Long.class).single()).isZero();
  }

  @Test
  void aMessageInDoubtThatTheGatewayFindsIsNotSentAgain() {
    world.textMessages.onDelivery(message -> {
      throw new IllegalStateException("no answer");
    });
    world.textMessages.onSearch(reference -> DeliveryStatus.taken(new DeliveryReceipt("found-1", world.now())));
    TestedCase opened = world.open(world.account(10));

    world.moveTo("2007-09-03T10:00:00Z");

    assertThat(last(opened).status()).isEqualTo(Status.SENT);
    assertThat(last(opened).gatewayReference()).isEqualTo("found-1");
    assertThat(last(opened).templateVersion()).isEqualTo("en 1");
    assertThat(world.textMessages.deliveries()).isEqualTo(1);
  }

  @Test
  void aMessageThatTheGatewayNeverHadIsNotSentAnyMoreOnceItsStageIsLeft() {
    world.textMessages.onDelivery(message -> {
      throw new IllegalStateException("no answer");
    });
    TestedCase opened = world.open(world.account(29));
    world.clock("2007-09-03T09:00:00Z");
    world.runDueJobs();
    assertThat(last(opened).status()).isEqualTo(Status.CLAIMED);

    world.clock("2007-09-04T09:30:00Z");
    world.engine.getManagementService().executeJob(opened.job("timer_telephone_due").getId());
    world.runContactWork();

    assertThat(opened.process()).isWaitingAt("stage_telephone");
    assertThat(opened.contacts().get(0).decision().rule()).isEqualTo("stage-left");
    assertThat(world.textMessages.deliveries()).isEqualTo(1);
  }

  @ParameterizedTest(name = "a supervisor finds out: {0}")
  @CsvSource({"WAS_SENT, SENT", "NOT_SENT, FAILED"})
  void aMessageOfWhichNobodyKnowsIsASupervisorsTaskAndNeverSentAgain(String finding, Status status) {
    world.textMessages.onDelivery(message -> {
      throw new IllegalStateException("no answer");
    });
    world.textMessages.onSearch(reference -> DeliveryStatus.cannotTell());
    TestedCase opened = world.open(world.account(10));
    world.moveTo("2007-09-03T10:00:00Z");

    assertThat(last(opened).status()).isEqualTo(Status.UNKNOWN);
    assertThat(opened.process()).isWaitingAt("message_treatment_due");
    ProcessInstance settlement = opened.called("settle-message");
    assertThat(settlement).hasPassed("message_in_doubt").isWaitingAt("task_settle_message");
    assertThat(opened.openTask()).isEqualTo("task_settle_message 2007-09-04T06:00:00Z");
    assertThat(gate.look(Contact.ofDebtor(opened.number(), Channel.EMAIL), 0).rule())
        .as("until it is known it counts as sent").isEqualTo("messages-a-day");

    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR, Map.of("outcome", finding, "attempt", "0")))
        .hasMessageContaining("must be one of the messages in doubt");
    opened.submit(Worker.SUPERVISOR,
        Map.of("outcome", finding, "attempt", String.valueOf(last(opened).attemptId()), "note", "asked them"));
    world.runDueJobs();

    assertThat(settlement).isEnded().hasPassedInOrder("message_in_doubt", "task_settle_message", "end_settled");
    assertThat(opened.contacts().get(0).status()).isEqualTo(status);
    assertThat(world.textMessages.deliveries()).isEqualTo(1);
    assertThat(opened.messages()).as("one that was not sent leaves the day to the next channel")
        .hasSize(status == Status.FAILED ? 1 : 0);
  }

  @ParameterizedTest(name = "{0} days past due, {1}")
  @CsvSource({"5, ASKED_FOR_HUMAN, reminder", "10, ASKED_FOR_HUMAN, message", "35, ASKED_FOR_HUMAN, telephone"})
  void whoAsksARobotForAPersonIsACollectorsTaskAtOnce(int daysPastDue, Outcome outcome, String stage) {
    TestedCase opened = world.open(world.account(daysPastDue));
    world.clock("2007-09-03T09:30:00Z");
    robotCalls(opened);

    robots.receive(result(opened, AnsweredBy.DEBTOR, outcome, null, null));
    world.runDueJobs();

    assertThat(opened.process()).isWaitingAt("call_in_" + stage);
    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
    assertThat(opened.timeline("CONVERSATION")).singleElement().asString().startsWith("A robot called: robot ");
  }

  @ParameterizedTest(name = "{0} days past due, {1}")
  @CsvSource({"5, DISPUTED, DISPUTE", "10, HARDSHIP, HARDSHIP", "35, DISPUTED, DISPUTE"})
  void whatStopsCollectionStopsItWhenARobotIsTold(int daysPastDue, Outcome outcome, Hold.Reason reason) {
    TestedCase opened = world.open(world.account(daysPastDue));
    world.clock("2007-09-03T09:30:00Z");
    robotCalls(opened);

    robots.receive(result(opened, AnsweredBy.DEBTOR, outcome, null, null));
    world.runDueJobs();

    assertThat(opened.process()).hasPassed("case_changed").isWaitingAtExactly("held");
    assertThat(opened.holds()).singleElement().satisfies(hold -> assertThat(hold.reason()).isEqualTo(reason));
    assertThat(opened.contacts()).as("the robot's call, and nothing more").hasSize(1);
  }

  @Test
  void aPromiseGivenToARobotRestsTheCaseAndAnAnswerIsTakenOnce() {
    TestedCase opened = world.open(world.account(10));
    world.clock("2007-09-03T09:30:00Z");
    robotCalls(opened);

    RobotCallResult promise = result(opened, AnsweredBy.DEBTOR, Outcome.PROMISED, "100.00", "2007-09-10");
    assertThat(robots.receive(promise)).isTrue();
    assertThat(robots.receive(promise)).isFalse();
    world.moveTo("2007-09-09T12:00:00Z");

    assertThat(opened.promises()).singleElement()
        .satisfies(taken -> assertThat(taken.amount()).isEqualByComparingTo("100"));
    assertThat(opened.messages()).as("the robot's call, and what it brought").containsExactly(
        "2007-09-03T09:30:00Z ROBOT_CALL robot-script", "2007-09-03T09:30:00Z SMS promise-confirmation-sms");
  }

  @Test
  void aPromiseThatNobodyCanAcceptIsTalkedOverByAPerson() {
    TestedCase opened = world.open(world.account(10));
    world.clock("2007-09-03T09:30:00Z");
    robotCalls(opened);

    robots.receive(result(opened, AnsweredBy.DEBTOR, Outcome.PROMISED, "99999.00", "2007-09-10"));
    world.runDueJobs();

    assertThat(opened.promises()).isEmpty();
    assertThat(opened.timeline("PROMISE").get(0)).contains("is more than what is owed");
    assertThat(opened.process()).isWaitingAt("call_in_message");
  }

  @Test
  void robotsCallYoungDebtsFromTheThirdDayOnAlsoWhereTheCaseWasOpenedOnTheFirst() throws IOException {
    String deployment = world.deployTreatments("<text>robotCanCall</text>", "<text>true</text>");
    try {
      TestedCase opened = world.open(world.account(1));

      world.moveTo("2007-09-05T08:59:59Z");
      assertThat(opened.contacts()).isEmpty();
      assertThat(opened.process()).hasPassed("decide_reminder_treatment").hasNotPassed("send_reminder_message")
          .isWaitingAt("reminder_treatment_due");
      assertThat(opened.dueDates()).containsEntry("reminder_treatment_due", Instant.parse("2007-09-05T09:00:00Z"));

      world.moveTo("2007-09-05T09:00:00Z");
      assertThat(opened.messages()).containsExactly("2007-09-05T09:00:00Z ROBOT_CALL robot-script");
    } finally {
      world.engine.getRepositoryService().deleteDeployment(deployment, true);
    }
  }

  @Test
  void aRobotThatTellsNothingHasFailed() {
    TestedCase opened = world.open(world.account(10));
    world.clock("2007-09-03T09:30:00Z");
    robotCalls(opened);

    world.moveTo("2007-09-04T12:00:00Z");

    assertThat(opened.contacts().get(0).status()).isEqualTo(Status.FAILED);
    assertThat(opened.contacts().get(0).reason()).isEqualTo("the robot told nothing");
  }

  @Test
  void whoWritesStopGetsOneAnswerAndThenNoTextMessages() throws IOException {
    TestedCase opened = world.open(world.account(10).with("phone", "+870301234511"));
    world.moveTo("2007-09-03T10:00:00Z");

    incoming.receive(new IncomingText("scripted", "stop-1", "+870301234511", "Stop!", world.now()));
    incoming.receive(new IncomingText("scripted", "stop-2", "+870301234511", "STOP", world.now()));
    world.runDueJobs();
    world.moveTo("2007-09-20T10:00:00Z");

    assertThat(opened.messages()).containsExactly("2007-09-03T09:00:00Z SMS overdue-sms",
        "2007-09-03T10:00:00Z SMS stop-confirmed-sms", "2007-09-08T09:00:00Z EMAIL overdue-email",
        "2007-09-14T09:00:00Z LETTER overdue-letter");
    assertThat(opened.timeline("OPT_OUT")).containsExactly("The debtor opted out of this channel: sms-stop");
    assertThat(gate.look(Contact.ofDebtor(opened.number(), Channel.SMS), 0).rule()).isEqualTo("opted-out");
  }

  @Test
  void whatADebtorWritesIsInTheTimelineAndACollectorsTaskAtOnce() {
    TestedCase opened = world.open(world.account(10).with("phone", "+870301234512"));
    world.moveTo("2007-09-03T10:00:00Z");

    incoming.receive(new IncomingText("scripted", "text-1", "+870301234512", "Please call me", world.now()));
    world.runDueJobs();

    assertThat(opened.timeline("INCOMING")).containsExactly("The debtor wrote: Please call me");
    assertThat(opened.process()).isWaitingAt("call_in_message");
    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
  }

  @Test
  void onlyWhomTheGateLetsCallSeesTheNumberAndOpensOneContact() throws IOException {
    TestedCase opened = world.open(world.account(40));
    world.moveTo("2007-09-03T10:00:00Z");

    assertThat(phoneShown(opened)).isEqualTo(numberOf(opened));
    assertThat(opened.contacts()).as("looking takes no turn").isEmpty();
    assertThat(openCall(opened)).isEqualTo(numberOf(opened));
    assertThat(openCall(opened)).isEqualTo(numberOf(opened));
    assertThat(phoneShown(opened)).isEqualTo(numberOf(opened));
    assertThat(opened.contacts()).singleElement().satisfies(attempt -> {
      assertThat(attempt.status()).isEqualTo(Status.CLAIMED);
      assertThat(attempt.actor()).isEqualTo("collector1");
    });
    world.clock("2007-09-03T20:30:00Z");
    assertThat(phoneShown(opened)).isNull();
    assertThat(openCall(opened)).isNull();
    assertThat(openCall(opened)).isNull();
    assertThat(opened.contacts()).as("the turn was given back, and the refusal is written down once").hasSize(2);
    assertThat(last(opened).decision().rule()).isEqualTo("contact-hours");
  }

  @Test
  void aCallThatTheGateForbidsIsNotTakenButWhatTheDebtorBeganIs() {
    TestedCase opened = world.open(world.account(40));
    world.moveTo("2007-09-03T10:00:00Z");
    world.clock("2007-09-03T21:00:00Z");

    assertThatThrownBy(() -> opened.submit(Worker.COLLECTOR, "NOT_REACHED")).isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("was not allowed by the gate (contact-hours, allowed from 2007-09-04T09:00:00Z)");
    assertThat(opened.process()).isWaitingAt("call_in_telephone");

    opened.submit(Worker.COLLECTOR, Map.of("outcome", "REFUSED", "initiative", "DEBTOR"));
    assertThat(opened.process()).isWaitingAt("telephone_treatment_due");
    assertThat(last(opened).decision().rule()).isEqualTo("debtor-called");
  }

  @Test
  void anUnusedTurnIsGivenBack() {
    TestedCase opened = world.open(world.account(40));
    world.moveTo("2007-09-03T10:00:00Z");
    openCall(opened);

    world.moveTo("2007-09-03T11:00:00Z");
    world.runDueJobs();

    assertThat(last(opened).status()).isEqualTo(Status.CANCELLED);
    assertThat(last(opened).reason()).isEqualTo("not-made");
  }

  @Test
  void aContactPersonIsAskedOnlyWhenTheDebtorIsLostAndHearsNothingOfTheDebt() throws IOException {
    TestedCase opened = world.open(world.account(40).with("contact_person_name", "Paz Quist")
        .with("contact_person_phone", "+870301230000"));
    world.moveTo("2007-09-03T10:00:00Z");
    opened.submit(Worker.COLLECTOR, "WRONG_NUMBER");

    world.moveTo("2007-09-10T10:00:00Z");

    assertThat(opened.messages()).containsExactly("2007-09-06T09:00:00Z SMS contact-person-sms");
    assertThat(world.filesIn("outbox/sms")).singleElement().satisfies(file -> assertThat(Files.readString(file))
        .contains("To: +870301230000").doesNotContain("460", "overdue", "owe", "debt", "pay"));
  }

  @Test
  void aContactPersonWhoRefusesIsNeverAskedAgain() {
    TestedCase opened = world.open(world.account(40).with("contact_person_name", "Paz Quist")
        .with("contact_person_phone", "+870301230001"));
    world.moveTo("2007-09-03T10:00:00Z");
    assertThat(gate.look(askContactPerson(opened), 0).rule()).isEqualTo("third-party-debtor-not-lost");
    for (int call = 0; call < 3; call++) {
      while (opened.task() == null) {
        world.moveDays(1);
      }
      opened.submit(Worker.COLLECTOR, "NOT_REACHED");
    }
    assertThat(gate.look(askContactPerson(opened), 0).allowed()).as("three attempts failed in a row").isTrue();
    while (opened.task() == null) {
      world.moveDays(1);
    }

    opened.submit(Worker.COLLECTOR, "CONTACT_PERSON_REFUSED");

    assertThat(gate.look(askContactPerson(opened), 0).rule()).isEqualTo("third-party-closed");
  }

  @Test
  void aContactPersonWhoPassesTheWordOnGivesTheDebtorAWeek() {
    TestedCase opened = world.open(world.account(40).with("contact_person_name", "Paz Quist")
        .with("contact_person_phone", "+870301230002"));
    world.moveTo("2007-09-03T10:00:00Z");
    for (int call = 0; call < 3; call++) {
      while (opened.task() == null) {
        world.moveDays(1);
      }
      opened.submit(Worker.COLLECTOR, "NOT_REACHED");
    }
    while (opened.task() == null) {
      world.moveDays(1);
    }
    Instant asked = world.now();
    ProcessInstance call = opened.called("call-debtor");

    opened.submit(Worker.COLLECTOR, "CONTACT_PERSON_ASKED");

    assertThat(call).isEnded().hasPassed("rest_after_contact_person", "end_contact_person_asked");
    assertThat(opened.dueDates().get("telephone_treatment_due")).isAfterOrEqualTo(asked.plusSeconds(6 * 86_400));
  }

  @Test
  void breathingSpaceStopsEveryContactUntilASupervisorLetsCollectionGoOn() {
    TestedCase opened = world.open(world.account(40));
    opened.hold(Hold.Reason.BREATHING_SPACE, "2007-11-02");

    world.moveTo("2007-10-31T12:00:00Z");

    assertThat(opened.process()).isWaitingAt("held").hasNotPassed("call_in_telephone");
    assertThat(opened.contacts()).isEmpty();
    for (Channel channel : Channel.values()) {
      assertThat(gate.look(Contact.ofDebtor(opened.number(), channel), 0).rule()).isEqualTo("on-hold");
    }
  }

  private static Contact askContactPerson(TestedCase opened) {
    return Contact.of(opened.number(), Channel.CALL, Person.CONTACT_PERSON,
        Wording.APPROVED);
  }

  private String phoneShown(TestedCase opened) throws IOException {
    JsonNode facts = json.readTree(views.forConversation(opened.number(), Channel.CALL, "collector1"))
        .path("debtor");
    for (JsonNode fact : facts) {
      if (fact.path("label").asText().equals("Phone")) {
        return fact.path("value").asText();
      }
    }
    return null;
  }

  /** The number that a collector has who is about to call; null if he may not. */
  private String openCall(TestedCase opened) {
    return people.open(opened.number(), Channel.CALL, Person.DEBTOR, "collector1").address();
  }

  /** A robot calls, as if the table had said so. */
  private void robotCalls(TestedCase opened) {
    treatments.decided(opened.number(),
        new TreatmentDecision(Treatment.MESSAGE, Channel.ROBOT_CALL, "robot-script", 1));
    treatments.planMessage(opened.number());
    world.runContactWork();
  }

  private RobotCallResult result(TestedCase opened, AnsweredBy answeredBy, Outcome outcome, String amount,
      String date) {
    return new RobotCallResult("file", opened.number() + "-" + last(opened).attemptId(), answeredBy, outcome, amount,
        date, world.now());
  }

  private static String numberOf(TestedCase opened) {
    return ArrearsRow.phoneOf(opened.facts().debtorId());
  }
}
