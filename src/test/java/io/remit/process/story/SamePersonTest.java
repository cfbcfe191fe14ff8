package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.casefile.CaseView;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.MatterKey;
import io.remit.gate.Contact;
import io.remit.gate.ContactBars;
import io.remit.gate.ContactGate;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.OptOuts;
import io.remit.gate.ReachabilityRepository;
import io.remit.hold.Hold;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldRequest;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person under two debtor ids is seen by his number; joined by decision, he has one set of limits and wishes. */
@ProcessTest
class SamePersonTest {

  private static final String SUPERVISOR = "supervisor1";
  private static final AtomicInteger NUMBERS = new AtomicInteger(301_999_000);

  @Autowired
  private CaseWorld world;
  @Autowired
  private ContactGate gate;
  @Autowired
  private OptOuts optOuts;
  @Autowired
  private ContactBars bars;
  @Autowired
  private ReachabilityRepository reachability;
  @Autowired
  private CaseView views;
  private ArrearsRow one;
  private ArrearsRow other;
  private TestedCase first;
  private TestedCase second;

  /** Two ids with one number, which nobody else has. */
  private ProcessInstance seen() {
    return seen(7);
  }

  private ProcessInstance seen(int daysPastDue) {
    int own = NUMBERS.incrementAndGet();
    String number = "+870" + own;
    one = world.account(daysPastDue).with("phone", number).with("email", "one" + own + "@example.org");
    other = world.account(daysPastDue).with("phone", number).with("email", "other" + own + "@example.org");
    first = world.open(one);
    second = world.open(other);
    world.moveDays(1);
    world.runDueJobs();
    return asked();
  }

  private ProcessInstance asked() {
    return world.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("same-person")
        .processInstanceBusinessKey(first.number()).singleResult();
  }

  private void decide(ProcessInstance asked, String outcome) {
    Task task = world.engine.getTaskService().createTaskQuery().processInstanceId(asked.getId()).singleResult();
    Map<String, Object> fields = new HashMap<>();
    fields.put("outcome", outcome);
    fields.put("note", "asked him");
    world.submit(Worker.SUPERVISOR, task, fields);
  }

  private String ruleFor(TestedCase of, Channel channel) {
    return gate.look(Contact.ofDebtor(of.number(), channel), 0).rule();
  }

  @Test
  void whatOnePersonWantsHoldsForAllHisIds() {
    ProcessInstance asked = seen();
    assertThat(asked).isWaitingAt("task_decide_same_person");
    optOuts.optOut(one.debtorId(), Channel.EMAIL, "a-test");
    assertThat(ruleFor(second, Channel.EMAIL)).isNotEqualTo("opted-out");

    decide(asked, "SAME_PERSON");

    assertThat(asked).isEnded().hasPassed("end_same_person_decided");
    assertThat(ruleFor(first, Channel.EMAIL)).isEqualTo("opted-out");
    assertThat(ruleFor(second, Channel.EMAIL)).isEqualTo("opted-out");
    assertThat(second.timeline("PERSON")).singleElement().asString().startsWith("One person with another debtor id");
  }

  @Test
  void theLimitsOfOnePersonCountOverAllHisIds() {
    ProcessInstance asked = seen();
    decide(asked, "SAME_PERSON");
    world.moveTo("2007-09-10T09:00:00Z");
    world.moveDays(20);

    var days = world.database.sql("""
        select cast(sent_at as date) as on_day, count(*) as messages from contact_attempt
         where debtor_id in (:ids) and channel in ('SMS', 'EMAIL', 'LETTER') and sent_at > :joined
         group by cast(sent_at as date)
        """).param("ids", List.of(one.debtorId(), other.debtorId()))
        .param("joined", OffsetDateTime.parse("2007-09-05T00:00:00Z"))
        .query((row, number) -> row.getInt("messages")).list();
    assertThat(days).isNotEmpty().allMatch(messages -> messages == 1);
  }

  @Test
  void whoDecidesSeesWhoTheOthersAre() {
    seen(40);

    assertThat(views.of(first.number())).contains("""
        {"debtorId":"%s","name":"Xu Diaz","what":"Phone","caseNumber":"%s"}"""
        .formatted(other.debtorId(), second.number()));
  }

  @Test
  void whatIsAboutThePersonIsOnTheCasesOfAllHisIds() {
    ProcessInstance asked = seen(40);
    assertThat(second.task("task_call_debtor")).isNotNull();
    MatterKey before =
        world.holds.raise(new HoldRequest(first.number(), Reason.REPRESENTED, null, SUPERVISOR, null, null))
        .orElseThrow();
    world.holds.setContact(before, new Hold.Contact("A. Lawyer", null), SUPERVISOR);
    assertThat(second.facts().status()).isEqualTo(Status.OPEN);

    decide(asked, "SAME_PERSON");

    assertThat(second.facts().status()).isEqualTo(Status.HELD);
    assertThat(second.task("task_call_debtor")).as("the call is gone").isNull();
    assertThat(second.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.reason()).isEqualTo(Reason.REPRESENTED);
      assertThat(hold.contact().name()).isEqualTo("A. Lawyer");
    });
    TestedCase third = world.open(world.accountOf(other.debtorId(), 40).currency("USD"));
    assertThat(third.facts().status()).as("a new case of the other id").isEqualTo(Status.HELD);
    assertThat(third.holds()).singleElement().extracting(hold -> hold.contact().name()).isEqualTo("A. Lawyer");

    world.holds.raise(HoldRequest.of(second.number(), Reason.DECEASED, null, SUPERVISOR));
    assertThat(first.holds()).extracting(Hold::reason).containsExactly(Reason.REPRESENTED, Reason.DECEASED);

    List.copyOf(second.holds()).forEach(hold -> world.holds.lift(hold.key(), SUPERVISOR, "RESUMED"));
    first.holds().forEach(hold -> world.holds.lift(hold.key(), SUPERVISOR, "RESUMED"));
    third.holds().forEach(hold -> world.holds.lift(hold.key(), SUPERVISOR, "RESUMED"));
    world.moveDays(1);
    assertThat(second.facts().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void aBreathingSpaceOfOnePersonEndsForAllHisIdsOnOneDay() {
    ProcessInstance asked = seen(40);
    decide(asked, "SAME_PERSON");
    world.holds.raise(HoldRequest.of(first.number(), Reason.BREATHING_SPACE, null, SUPERVISOR));
    assertThat(second.facts().status()).isEqualTo(Status.HELD);

    world.moveDays(61);

    assertThat(List.of(first.facts().status(), second.facts().status())).containsOnly(Status.OPEN);
    assertThat(second.facts().ageShift().pausedDays()).isEqualTo(first.facts().ageShift().pausedDays()).isEqualTo(60);
  }

  @Test
  void whatOnePersonDoesNotWantIsTakenBackUnderAllHisIds() {
    ProcessInstance asked = seen(40);
    decide(asked, "SAME_PERSON");
    assertThat(second.task("task_call_debtor")).isNotNull();

    optOuts.optOut(one.debtorId(), Channel.CALL, "a-test");
    world.runDueJobs();

    assertThat(second.task("task_call_debtor")).isNull();
  }

  @Test
  void whatOneIdDidNotWantIsTakenBackUnderTheOtherWhenTheyAreJoined() {
    ProcessInstance asked = seen(40);
    optOuts.optOut(one.debtorId(), Channel.CALL, "a-test");
    world.runDueJobs();
    assertThat(second.task("task_call_debtor")).isNotNull();

    decide(asked, "SAME_PERSON");
    world.runDueJobs();

    assertThat(second.task("task_call_debtor")).isNull();
  }

  @Test
  void whomThePersonComplainedAboutContactsHimUnderNoneOfHisIds() {
    ProcessInstance asked = seen(40);
    bars.bar(one.debtorId(), "rude-before", new MatterKey(first.number(), MatterKey.Kind.COMPLAINT, 90_001));
    decide(asked, "SAME_PERSON");
    MatterKey after = new MatterKey(second.number(), MatterKey.Kind.COMPLAINT, 90_002);
    bars.bar(other.debtorId(), "rude-after", after);

    assertThat(bars.isBarred(other.debtorId(), "rude-before")).isTrue();
    assertThat(bars.isBarred(one.debtorId(), "rude-after")).isTrue();
    bars.lift(after);
    assertThat(bars.isBarred(one.debtorId(), "rude-after")).isFalse();
  }

  @Test
  void differentPeopleStayApartAndAreNotAskedAboutAgain() {
    ProcessInstance asked = seen();
    optOuts.optOut(one.debtorId(), Channel.EMAIL, "a-test");
    assertThatThrownBy(() -> decide(asked, "PERHAPS")).hasMessageContaining("outcome");
    decide(asked, "DIFFERENT_PEOPLE");
    world.moveDays(3);
    world.runDueJobs();

    assertThat(ruleFor(second, Channel.EMAIL)).isNotEqualTo("opted-out");
    assertThat(world.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("same-person")
        .processInstanceBusinessKey(first.number()).count()).isZero();
  }

  @Test
  void anAddressInOtherLettersAndANumberThatWasFoundOutAreSeenToo() {
    String own = "same" + NUMBERS.incrementAndGet();
    String found = "+870" + NUMBERS.incrementAndGet();
    String wrong = "+870" + NUMBERS.incrementAndGet();
    List<ArrearsRow> rows = List.of(row("email", own + "@Example.org"),
        row("email", own.toUpperCase(Locale.ROOT) + "@example.org"),
        row("phone", found), row("phone", "+870" + NUMBERS.incrementAndGet()), row("phone", wrong),
        row("phone", wrong));
    List<TestedCase> opened = rows.stream().map(world::open).toList();
    reachability.addNumber(rows.get(3).debtorId(), found, SUPERVISOR);
    reachability.mark(rows.get(5).debtorId(), wrong, Address.WRONG, SUPERVISOR);
    world.moveDays(1);
    world.runDueJobs();

    assertThat(askedAbout(opened.get(0), opened.get(1))).as("an e-mail address").isTrue();
    assertThat(askedAbout(opened.get(2), opened.get(3))).as("a number").isTrue();
    assertThat(askedAbout(opened.get(4), opened.get(5))).as("a number that is somebody else's").isFalse();
  }

  private ArrearsRow row(String column, String value) {
    String own = "own" + NUMBERS.incrementAndGet();
    return world.account(7).without("phone").with("email", own + "@example.org").with(column, value);
  }

  private boolean askedAbout(TestedCase one, TestedCase other) {
    return world.database.sql("""
        select count(*) from shared_contact_debtor o join shared_contact_debtor t on t.shared_id = o.shared_id
         where o.debtor_id = :one and t.debtor_id = :other
        """).param("one", one.facts().debtorId()).param("other",
        other.facts().debtorId()).query(Long.class).single() > 0;
  }

  @Test
  void aNumberOfManyIsNobodysIdentity() {
    for (int i = 0; i < 6; i++) {
      first = world.open(world.account(7).with("phone", "+870301777666").with("email", "of" + i + "@example.org"));
    }
    world.moveDays(1);
    world.runDueJobs();

    assertThat(world.database.sql("""
        select count(*) from shared_contact_debtor where debtor_id in (select debtor_id from debtor
          where phone = :phone)
        """).param("phone", "+870301777666").query(Long.class).single()).isZero();
  }
}
