package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.outsourcing.PartnerReported;
import io.remit.outsourcing.PlacementChanges;
import io.remit.outsourcing.PlacementChanges.Concern;
import io.remit.outsourcing.report.MissingReports;
import io.remit.partner.PartnerRegister;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A partner that tells nothing is asked for its report; a breach can end its mandate for all its cases. */
@ProcessTest
class PartnerMandateTest {

  private static final String KEY = "partner-agency1";

  @Autowired
  private CaseWorld world;
  @Autowired
  private MissingReports reports;
  @Autowired
  private PlacementChanges changes;
  @Autowired
  private PartnerRegister register;
  @Autowired
  private ApplicationEventPublisher events;
  @Autowired
  private PlatformTransactionManager transactions;

  /** Other tests leave cases with partners. */
  @BeforeEach
  void noCases() {
    world.database.sql("update placement set status = 'ENDED' where status in ('APPROVED', 'PLACED')").update();
    inTransaction(reports::look);
  }

  @AfterEach
  void noMandates() {
    world.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKeyIn("mandate-end",
        "missing-report").list().forEach(left ->
        world.engine.getRuntimeService().deleteProcessInstance(left.getId(), "the test is over"));
    world.database.sql("delete from mandate_end").update();
    world.database.sql("delete from partner_report").update();
  }

  private void inTransaction(Runnable work) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
  }

  private TestedCase approved() {
    TestedCase opened = world.open(world.account(400));
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    return opened;
  }

  private TestedCase placed() {
    TestedCase opened = approved();
    world.runDueJobs();
    return opened;
  }

  private List<Task> tasks(String key) {
    return world.engine.getTaskService().createTaskQuery().taskDefinitionKey(key)
        .processInstanceBusinessKey(KEY).list();
  }

  private ProcessInstance running(String drawing) {
    return world.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(drawing)
        .processInstanceBusinessKey(KEY).singleResult();
  }

  private String statusOf(TestedCase its) {
    Map<String, Object> row = world.database.sql("""
        select status, end_reason from placement where case_number = :case order by placement_id desc limit 1
        """).param("case", its.number()).query().singleRow();
    return row.get("STATUS") + " " + row.get("END_REASON");
  }

  @Test
  void ofASilentPartnerOneTaskIsRaisedWhichEndsWhenItReports() {
    placed();
    placed();
    world.clock("2007-09-17T09:00:00Z");
    reports.look();
    assertThat(tasks("task_ask_report")).as("fourteen days").isEmpty();

    world.clock("2007-09-18T09:00:00Z");
    reports.look();
    reports.look();

    ProcessInstance missing = running("missing-report");
    assertThat(tasks("task_ask_report")).as("one for the partner").singleElement()
        .satisfies(task -> assertThat(task.getDueDate().toInstant()).isEqualTo("2007-09-21T06:00:00Z"));
    inTransaction(() -> events.publishEvent(new PartnerReported("agency1")));
    assertThat(missing).isEnded().hasPassedInOrder("task_ask_report", "partner_reported", "end_reported");
    reports.look();
    assertThat(tasks("task_ask_report")).isEmpty();

    world.clock("2007-10-03T09:00:00Z");
    reports.look();
    assertThat(tasks("task_ask_report")).as("silent again for more than fourteen days").hasSize(1);
  }

  @Test
  void whoWasAskedIsAskedAgainInAWeekAndNobodyIsIfThePartnerHasNoCaseAnyMore() {
    TestedCase placed = placed();
    world.clock("2007-09-18T09:00:00Z");
    reports.look();
    ProcessInstance missing = running("missing-report");
    Task task = tasks("task_ask_report").get(0);
    assertThatThrownBy(() -> world.submit(Worker.OUTSOURCING_OFFICER, task, Map.of())).hasMessageContaining("note");

    world.submit(Worker.OUTSOURCING_OFFICER, task, Map.of("note", "Rang their desk, by Friday"));
    assertThat(missing).isWaitingAt("ask_again");
    assertThat(world.dueDates(missing)).containsEntry("ask_again", Instant.parse("2007-09-25T06:00:00Z"));
    reports.look();
    assertThat(tasks("task_ask_report")).isEmpty();
    world.clock("2007-09-25T06:00:00Z");
    world.runDueJobs();
    assertThat(missing).isWaitingAt("task_ask_report");

    placed.submit(Worker.OUTSOURCING_OFFICER, placed.task("task_follow_placement"), Map.of("outcome", "RECALLED"));
    reports.look();
    assertThat(missing).isEnded();
  }

  private TestedCase breached() {
    TestedCase placed = placed();
    inTransaction(() -> changes.concern(placed.number(), Concern.BREACH));
    return placed;
  }

  private void endMandateAfter(TestedCase breached) {
    breached.submit(Worker.OUTSOURCING_OFFICER, breached.task("task_tell_partner"),
        Map.of("outcome", "MANDATE_ENDS", "note", "Rang at night, three times"));
  }

  @Test
  void aBreachEndsTheMandateForAllCasesWhenAnotherPersonApprovesIt() {
    TestedCase other = placed();
    TestedCase breached = breached();
    TestedCase waiting = approved();

    endMandateAfter(breached);

    ProcessInstance mandate = running("mandate-end");
    assertThat(statusOf(breached)).as("this one comes back at once").isEqualTo("ENDED RECALLED");
    assertThat(register.get("agency1").oversight().suspension()).isNotNull();
    world.runDueJobs();
    assertThat(statusOf(other)).as("the others wait for another person").isEqualTo("PLACED null");
    assertThat(statusOf(waiting)).as("nothing more goes out").isEqualTo("ENDED STANDING");
    assertThat(tasks("task_approve_mandate_end")).singleElement()
        .satisfies(task -> assertThat(task.getDueDate().toInstant()).isEqualTo("2007-09-05T06:00:00Z"));

    world.submit(Worker.SUPERVISOR, tasks("task_approve_mandate_end").get(0), Map.of("outcome", "APPROVED"));
    world.runDueJobs();

    assertThat(mandate).isEnded().hasPassedInOrder("mandate_end_approved", "recall_all_cases", "end_mandate_ended");
    assertThat(statusOf(other)).isEqualTo("ENDED MANDATE_ENDED");
    assertThat(other.timeline("PLACEMENT"))
        .contains("Recalled from the partner: A breach ended the mandate: Rang at night, three times");
    assertThat(register.get("agency1").oversight().suspension()).as("until somebody ends it").isNotNull();
  }

  @Test
  void aMandateThatAnotherPersonLeavesGoesOn() {
    TestedCase other = placed();
    endMandateAfter(breached());
    ProcessInstance mandate = running("mandate-end");
    Task task = tasks("task_approve_mandate_end").get(0);
    assertThatThrownBy(() -> world.submit(Worker.SUPERVISOR, task, Map.of("outcome", "REJECTED")))
        .hasMessageContaining("note: say why it is not approved");

    world.submit(Worker.SUPERVISOR, task, Map.of("outcome", "REJECTED", "note", "Once only"));

    assertThat(mandate).isEnded().hasPassed("end_mandate_goes_on");
    assertThat(register.get("agency1").oversight().suspension()).isNull();
    assertThat(statusOf(other)).isEqualTo("PLACED null");
  }

  @Test
  void aMandateEndsOnlyAfterABreachWithAReasonAndNotTwice() {
    TestedCase complained = placed();
    inTransaction(() -> changes.concern(complained.number(), Concern.COMPLAINT));
    assertThatThrownBy(() -> endMandateAfter(complained))
        .hasMessageContaining("outcome: ends the mandate only after a breach");
    TestedCase breached = breached();
    assertThatThrownBy(() -> breached.submit(Worker.OUTSOURCING_OFFICER, breached.task("task_tell_partner"),
        Map.of("outcome", "MANDATE_ENDS"))).hasMessageContaining("note: say what the breach was");
    TestedCase again = breached();
    endMandateAfter(breached);

    assertThatThrownBy(() -> endMandateAfter(again))
        .hasMessageContaining("outcome: was proposed for this partner already");
  }

  @Test
  void whoProposedTheEndDoesNotApproveIt() {
    TestedCase breached = breached();
    breached.submit(Worker.SUPERVISOR, breached.task("task_tell_partner"),
        Map.of("outcome", "MANDATE_ENDS", "note", "Rang at night"));

    assertThatThrownBy(() -> world.submit(Worker.SUPERVISOR, tasks("task_approve_mandate_end").get(0),
        Map.of("outcome", "APPROVED"))).hasMessageContaining("is for another person: you proposed this yourself");
  }
}
