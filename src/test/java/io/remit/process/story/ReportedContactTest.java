package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.casefile.CaseView;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.InvalidInputException;
import io.remit.contact.conversation.ContactResult;
import io.remit.contact.conversation.ContactResult.Complaint;
import io.remit.contact.conversation.ContactResult.Pause;
import io.remit.contact.conversation.ContactResult.PlanAsked;
import io.remit.contact.conversation.ContactResult.Wish;
import io.remit.contact.conversation.ConversationReport;
import io.remit.contact.conversation.ReportedContacts;
import io.remit.contact.conversation.RobotCallResult;
import io.remit.contact.conversation.RobotCallResult.AnsweredBy;
import io.remit.contact.conversation.RobotCallResult.Outcome;
import io.remit.contact.conversation.RobotCalls;
import io.remit.contact.incoming.IncomingText;
import io.remit.contact.incoming.IncomingTexts;
import io.remit.contact.treatment.Treatment;
import io.remit.contact.treatment.TreatmentDecision;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gate.DebtorWishes.EnteredHours;
import io.remit.gate.ReachableDebtors;
import io.remit.hold.Hold;
import io.remit.hold.Hold.Reason;
import io.remit.promise.PromiseEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The same outcome has the same consequences, whoever reports it and by whatever way. */
@ProcessTest
class ReportedContactTest {

  private static final AtomicInteger PHONES = new AtomicInteger(870_302_000);
  private static final Wish NO_WISH = new Wish(null, null, new EnteredHours(null, null, null, null));

  @Autowired
  private CaseWorld world;
  @Autowired
  private ReportedContacts reports;
  @Autowired
  private RobotCalls robots;
  @Autowired
  private IncomingTexts texts;
  @Autowired
  private Treatments treatments;
  @Autowired
  private ContactGate gate;
  @Autowired
  private ReachableDebtors reachable;
  @Autowired
  private CaseView views;

  /** All that an outcome leaves behind that the way by which it came must not change. */
  private record EndState(Status status, Set<Reason> holds, Set<String> tasks, int numbers, int promises,
      boolean mayBeTexted) {
  }

  /** An outcome as each way says it; null where it cannot be said. */
  private record Said(String outcome, String holdReason, String overdueReason, AnsweredBy answeredBy, Outcome toRobot,
      String text) {
  }

  private TestedCase caseToCall(String phone) {
    TestedCase opened = world.open(world.account(30).with("phone", phone));
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.task().getTaskDefinitionKey()).isEqualTo("task_call_debtor");
    return opened;
  }

  private static String somePhone() {
    return "+870" + PHONES.incrementAndGet();
  }

  private EndState endOf(TestedCase opened) {
    world.runDueJobs();
    Set<String> tasks = world.engine.getTaskService().createTaskQuery().or().processInstanceBusinessKey(opened.number())
        .processInstanceBusinessKeyLike(opened.number() + "-%").endOr().list().stream().map(Task::getTaskDefinitionKey)
        .collect(Collectors.toCollection(TreeSet::new));
    return new EndState(opened.facts().status(), opened.holds().stream().map(Hold::reason).collect(Collectors.toSet()),
        tasks, reachable.of(opened.facts().debtorId()).numbers().size(), opened.promises().size(),
        reachable.of(opened.facts().debtorId()).serves(Channel.SMS));
  }

  private EndState byForm(Said said) {
    TestedCase opened = caseToCall(somePhone());
    Map<String, Object> fields = new HashMap<>(Map.of("outcome", said.outcome(), "initiative", "DEBTOR",
        "promiseAmount", "100.00", "promiseDate", "2007-09-10", "planInstalments", "3", "planFirstDate", "2007-09-20"));
    if (said.holdReason() != null) {
      fields.put("holdReason", said.holdReason());
    }
    if (said.overdueReason() != null) {
      fields.put("overdueReason", said.overdueReason());
    }
    opened.submit(Worker.COLLECTOR, fields);
    return endOf(opened);
  }

  private ConversationReport report(Channel channel, Said said, Wish wish, String actor) {
    return ConversationReport.byPerson(channel, new ContactResult(said.outcome(), "DEBTOR", said.overdueReason(),
        new PromiseEntry.Entered("100.00", "2007-09-10", null, null, null), new PlanAsked("3", "2007-09-20"),
        new Pause(said.holdReason(), null, null), new Complaint(null, null), wish, "as told"), actor);
  }

  private EndState byReport(Channel channel, Said said) {
    TestedCase opened = caseToCall(somePhone());
    world.engine.getTaskService().setAssignee(opened.task().getId(), Worker.COLLECTOR.id());
    // as over REST: somebody else is known to the engine, and has no rights to the task there
    world.as(Worker.OTHER_COLLECTOR, () ->
        reports.take(opened.number(), report(channel, said, NO_WISH, Worker.OTHER_COLLECTOR.id())));
    return endOf(opened);
  }

  private EndState byRobot(Said said) {
    TestedCase opened = world.open(world.account(30).with("phone", somePhone()));
    world.moveTo("2007-09-03T09:00:00Z");
    treatments.decided(opened.number(),
        new TreatmentDecision(Treatment.MESSAGE, Channel.ROBOT_CALL, "robot-script", 1));
    treatments.planMessage(opened.number());
    world.runContactWork();
    long attempt = opened.contacts().stream().filter(made -> made.channel() == Channel.ROBOT_CALL).findFirst()
        .orElseThrow().attemptId();
    assertThat(robots.receive(new RobotCallResult("file", opened.number() + "-" + attempt, said.answeredBy(),
        said.toRobot(), "100.00", "2007-09-10", world.now()))).isTrue();
    return endOf(opened);
  }

  private EndState byText(Said said) {
    String phone = somePhone();
    TestedCase opened = caseToCall(phone);
    texts.receive(new IncomingText("scripted", "said-" + phone, phone, said.text(), world.now()));
    return endOf(opened);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(nullValues = "-", delimiter = '|', value = {
      "DISPUTED | - | - | DEBTOR | DISPUTED | This is not my debt",
      "HARDSHIP | - | - | DEBTOR | HARDSHIP | I cannot pay",
      "WRONG_NUMBER | - | - | WRONG_NUMBER | NONE | Wrong person",
      "REFUSED | - | - | DEBTOR | REFUSED | -",
      "REFUSED | - | PAID_ELSEWHERE | - | - | I paid",
      "PROMISED | - | - | DEBTOR | PROMISED | -",
      "PLAN_ASKED | - | - | - | - | -",
      "PAUSE | DECEASED | - | - | - | he has died",
      "PAUSE | REPRESENTED | - | - | - | I have a lawyer",
      "PAUSE | MILITARY_SERVICE | - | - | - | I am deployed",
      "PAUSE | CEASE | - | - | - | Stop contacting me",
      "PAUSE | INSOLVENCY | - | - | - | I am bankrupt",
      "PAUSE | FRAUD | - | - | - | identity theft",
      "PAUSE | BREATHING_SPACE | - | - | - | -",
      "PAUSE | VULNERABLE | - | - | - | -"})
  void theSameOutcomeHasTheSameConsequencesByEveryWay(String outcome, String holdReason, String overdueReason,
      AnsweredBy answeredBy, Outcome toRobot, String text) {
    Said said = new Said(outcome, holdReason, overdueReason, answeredBy, toRobot, text);
    EndState expected = byForm(said);

    assertThat(byReport(Channel.CALL, said)).as("over REST").isEqualTo(expected);
    if (!outcome.equals("WRONG_NUMBER")) {
      assertThat(byReport(Channel.LETTER, said)).as("by letter").isEqualTo(expected);
      assertThat(byReport(Channel.EMAIL, said)).as("by mail").isEqualTo(expected);
    }
    if (toRobot != null) {
      assertThat(byRobot(said)).as("by a robot").isEqualTo(expected);
    }
    if (text != null) {
      assertThat(byText(said)).as("by a text").isEqualTo(expected);
    }
  }


  @ParameterizedTest
  @CsvSource({"NOT_REACHED", "THIRD_PARTY", "CONTACT_PERSON_ASKED", "CONTACT_PERSON_REFUSED"})
  void whatIsReportedOfOthersIsAsInTheForm(String outcome) {
    Said said = new Said(outcome, null, null, null, null, null);
    assertThat(byReport(Channel.CALL, said)).isEqualTo(byForm(said));
  }

  @Test
  void aReportWhileNoCallIsOpenHasTheSameConsequences() {
    TestedCase opened = world.open(world.account(10).with("phone", somePhone()));
    world.moveTo("2007-09-03T10:00:00Z");
    assertThat(opened.openTask()).isEqualTo("none");

    reports.take(opened.number(), report(Channel.CALL, new Said("DISPUTED", null, null, null, null, null), NO_WISH,
        "collector1"));

    assertThat(opened.process()).hasPassed("case_changed").isWaitingAtExactly("held");
    assertThat(opened.task().getTaskDefinitionKey()).isEqualTo("task_decide_dispute");
    assertThat(opened.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.note()).isEqualTo("as told");
      assertThat(hold.raisedBy()).isEqualTo("collector1");
    });
    assertThat(opened.called("call-debtor")).as("nothing is left of it").isNull();
  }

  @Test
  void aReportRestsACaseThatWaitsAsItsFormWould() {
    TestedCase opened = world.open(world.account(10).with("phone", somePhone()));
    world.moveTo("2007-09-03T10:00:00Z");

    reports.take(opened.number(), report(Channel.CALL, new Said("PLAN_ASKED", null, null, null, null, null), NO_WISH,
        "collector1"));

    assertThat(opened.dueDates().get("message_treatment_due")).isAfterOrEqualTo("2007-09-17T06:00:00Z");
  }

  @Test
  void whatDoesNotFitTheChannelIsRefusedAndNothingIsRecorded() {
    TestedCase opened = caseToCall(somePhone());

    assertThatThrownBy(() -> reports.take(opened.number(),
        report(Channel.LETTER, new Said("NOT_REACHED", null, null, null, null, null), NO_WISH, "collector1")))
        .isInstanceOf(InvalidInputException.class).hasMessageContaining("outcome: must be one of those");
    assertThatThrownBy(() -> reports.take(opened.number(), report(Channel.CALL, new Said("REFUSED", null, null, null,
        null, null), new Wish("12", null, new EnteredHours(null, null, null, null)), "collector1")))
        .isInstanceOf(InvalidInputException.class).hasMessageContaining("number: must be a phone number");
    assertThat(opened.openTask()).startsWith("task_call_debtor");
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void aWishToldInACallIsKeptByTheGateAndInTheTimeline() {
    TestedCase opened = caseToCall(somePhone());

    opened.submit(Worker.COLLECTOR, Map.of("outcome", "REFUSED", "notFrom", "09:00", "notTo", "18:00", "channel", "SMS",
        "number", "+442079460100"));

    assertThat(opened.timeline("HOURS")).containsExactly(
        "The debtor does not want to be contacted at these hours: 09:00 to 18:00");
    assertThat(opened.timeline("NUMBER")).containsExactly("The debtor does not want a number to be used");
    assertThat(views.of(opened.number())).contains("Hours that suit", "not 09:00 to 18:00", "No contact by");
    world.moveTo("2007-09-12T12:00:00Z");
    assertThat(gate.look(Contact.ofDebtor(opened.number(), Channel.EMAIL), 0).rule()).isEqualTo("hours-that-suit");
    assertThat(gate.look(Contact.ofDebtor(opened.number(), Channel.SMS), 0).rule()).isEqualTo("opted-out");
  }

  @Test
  void whoIsToBeAskedInsteadGoesWithThePause() {
    TestedCase opened = caseToCall(somePhone());

    opened.submit(Worker.COLLECTOR, Map.of("outcome", "PAUSE", "holdReason", "REPRESENTED", "contactName", "A. Lawyer",
        "contactPhone", "+12125550199"));

    assertThat(opened.holds()).singleElement().satisfies(hold ->
        assertThat(hold.contact()).isEqualTo(new Hold.Contact("A. Lawyer", "+12125550199")));
  }

  @Test
  void whatMayBeMeantPausesContactUntilAPersonHasReadIt() {
    String phone = somePhone();
    TestedCase opened = caseToCall(phone);

    texts.receive(new IncomingText("scripted", "unsure-" + phone, phone, "Do I need a lawyer?", world.now()));
    texts.receive(new IncomingText("scripted", "unsure2-" + phone, phone, "My mother died", world.now()));
    world.runDueJobs();

    assertThat(opened.facts().status()).isEqualTo(Status.HELD);
    assertThat(opened.openTask()).startsWith("task_review_hold");
    assertThat(opened.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.reason()).isEqualTo(Reason.TO_BE_READ);
      assertThat(hold.note()).isEqualTo("Do I need a lawyer?");
    });
    assertThat(opened.timeline("INCOMING")).hasSize(2);
    opened.submit(Worker.SUPERVISOR, "RESUME");
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
  }

  @ParameterizedTest
  @CsvSource({"He has died last week, HELD, TO_BE_READ", "Do I need a lawyer?, HELD, TO_BE_READ",
      "When is it due?, OPEN,", "Please do not text me any more, OPEN,"})
  void whatHeWroteWhileHeHadNoCaseIsReadBeforeTheNextOneContactsHim(String text, Status status, Reason reason) {
    String phone = somePhone();
    ArrearsRow paid = world.account(30).with("phone", phone);
    TestedCase before = world.open(paid);
    world.pay(paid, world.outstanding(paid).toPlainString());
    assertThat(before.facts().status()).isEqualTo(Status.CLOSED);
    world.moveDays(1);
    texts.receive(new IncomingText("scripted", "between-" + phone, phone, text, world.now()));
    world.moveDays(1);

    TestedCase next = world.open(world.accountOf(paid.debtorId(), 30).with("phone", phone));

    assertThat(next.timeline("INCOMING")).containsExactly("The debtor wrote before this case was opened: " + text);
    assertThat(next.facts().status()).isEqualTo(status);
    assertThat(next.holds()).extracting(Hold::reason).isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @Test
  void aLetterThatCameBackMarksTheAddress() {
    TestedCase opened = caseToCall(somePhone());
    assertThat(reachable.of(opened.facts().debtorId()).serves(Channel.LETTER)).isTrue();

    reports.take(opened.number(), report(Channel.LETTER, new Said("MOVED_AWAY", null, null, null, null, null), NO_WISH,
        "collector1"));

    assertThat(reachable.of(opened.facts().debtorId()).serves(Channel.LETTER)).isFalse();
    assertThat(List.of("task_call_debtor")).as("a call that stands open stays")
        .contains(opened.task().getTaskDefinitionKey());
  }
}
