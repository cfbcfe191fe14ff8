package io.remit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.casefile.CaseView;
import io.remit.gate.Channel;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gate.OptOuts;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person under two debtor ids is seen by his number; joined by decision, he has one set of limits and wishes. */
@ProcessTest
class SamePersonTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger(301_999_000);

  @Autowired
  private CaseWorld world;
  @Autowired
  private ContactGate gate;
  @Autowired
  private OptOuts optOuts;
  @Autowired
  private CaseView views;
  private ArrearsRow one;
  private ArrearsRow other;
  private TestedCase first;
  private TestedCase second;

  /** Two ids with one number, which nobody else has. */
  private ProcessInstance seen() {
    String number = "+870" + NUMBERS.incrementAndGet();
    one = world.account(7).with("phone", number).with("email", "one@example.org");
    other = world.account(7).with("phone", number).with("email", "other@example.org");
    first = world.open(one);
    second = world.open(other);
    world.moveDays(1);
    world.runDueJobs();
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
    seen();

    assertThat(views.of(first.number())).contains("""
        {"debtorId":"%s","name":"Xu Diaz","what":"Phone","caseNumber":"%s"}"""
        .formatted(other.debtorId(), second.number()));
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
  void aNumberOfManyIsNobodysIdentity() {
    for (int i = 0; i < 6; i++) {
      first = world.open(world.account(7).with("phone", "+870301777666").with("email", "of" + i + "@example.org"));
    }
    world.moveDays(1);
    world.runDueJobs();

    assertThat(world.database.sql("""
        select count(*) from shared_contact_debtor where debtor_id in (select debtor_id from debtor where phone = :phone)
        """).param("phone", "+870301777666").query(Long.class).single()).isZero();
  }
}
