package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.casefile.PartnerView;
import io.remit.outsourcing.PartnerSelection;
import io.remit.outsourcing.proposal.ProposedBatches;
import io.remit.partner.PartnerKind;
import io.remit.partner.PartnersForTests;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is proposed for a partner on a day comes before an outsourcing officer together. */
@ProcessTest
class ProposedBatchTest {

  private static final String KEY = "partner-agency1";
  private static final Map<String, Object> APPROVED = Map.of("outcome", "APPROVED");

  @Autowired
  private CaseWorld world;
  @Autowired
  private PartnersForTests partners;
  @Autowired
  private PartnerView view;
  @Autowired
  private PartnerSelection selection;
  @Autowired
  private ProposedBatches batches;
  @Autowired
  private ObjectMapper json;

  /** Other tests leave proposals. */
  @BeforeEach
  @AfterEach
  void noBatches() {
    world.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("placement-batch").list()
        .forEach(left -> world.engine.getRuntimeService().deleteProcessInstance(left.getId(), "the test is over"));
    world.database.sql("delete from proposed_batch_case").update();
    world.database.sql("delete from proposed_batch").update();
    world.database.sql("delete from partner_choice").update();
  }

  private List<TestedCase> proposed(int cases) {
    List<TestedCase> opened = IntStream.range(0, cases).mapToObj(i -> world.open(world.account(400))).toList();
    world.moveTo("2007-09-03T09:00:00Z");
    return opened;
  }

  private Task batchTask() {
    return assertThat(batchTasks()).singleElement().actual();
  }

  private List<Task> batchTasks() {
    return world.engine.getTaskService().createTaskQuery().taskDefinitionKey("task_approve_batch")
        .processInstanceBusinessKey(KEY).list();
  }

  private ProcessInstance batch() {
    return world.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("placement-batch")
        .processInstanceBusinessKey(KEY).singleResult();
  }

  private void decide(Map<String, Object> fields) {
    world.submit(Worker.OUTSOURCING_OFFICER, batchTask(), fields);
    world.runDueJobs();
  }

  private String resultOf(TestedCase its) {
    Map<String, Object> row = world.database.sql("""
        select outcome, why from proposed_batch_case where case_number = :case
        """).param("case", its.number()).query().singleRow();
    return row.get("OUTCOME") + " " + row.get("WHY");
  }

  @Test
  void allOfADayAreApprovedWithOneFormWhichShowsWhatTheyComeToAndWhatEachCosts() throws IOException {
    List<TestedCase> opened = proposed(3);
    ProcessInstance batch = batch();
    assertThat(batch).hasPassedInOrder("case_proposed", "batch_due", "compose_batch", "batch_composed")
        .isWaitingAt("task_approve_batch");
    assertThat(batchTask().getDueDate()).isInSameDayAs("2007-09-04");

    JsonNode shown = json.readTree(view.ofBatch("agency1"));
    assertThat(shown.at("/sums/0/currency").textValue()).isEqualTo("EUR");
    assertThat(shown.at("/sums/0/cases").intValue()).isEqualTo(3);
    assertThat(shown.at("/sums/0/overdue").textValue()).isEqualTo("1380.00");
    assertThat(shown.at("/sums/0/keeps").textValue()).isEqualTo("345.00");
    assertThat(shown.at("/cases").findValuesAsText("caseNumber"))
        .containsExactlyInAnyOrderElementsOf(opened.stream().map(TestedCase::number).toList());
    assertThat(shown.at("/cases/0/keeps").textValue()).isEqualTo("25 %, EUR 115.00");
    assertThat(shown.at("/cases/0/why").textValue()).isNotBlank();
    String debtor = opened.get(0).facts().debtorId();
    assertThat(shown.toString()).doesNotContain(ArrearsRow.phoneOf(debtor), "xu.diaz");

    decide(Map.of("outcome", "APPROVED", "except", " " + opened.get(2).number() + " "));

    assertThat(batch).isEnded().hasPassedInOrder("task_approve_batch", "batch_approved", "approve_each",
        "more_proposed", "end_batch_decided");
    assertThat(opened.get(0).openTask()).startsWith("task_follow_placement");
    assertThat(opened.get(1).openTask()).startsWith("task_follow_placement");
    assertThat(opened.get(2).openTask()).as("named: decided by itself").startsWith("task_approve_placement");
    assertThat(resultOf(opened.get(0))).isEqualTo("APPROVED null");
    assertThat(resultOf(opened.get(2))).isEqualTo("LEFT left out by who approved the batch");
    assertThat(world.database.sql("select decided_by from placement where case_number = :case")
        .param("case", opened.get(0).number()).query(String.class).single()).isEqualTo("outsourcing1");
  }

  @Test
  void aCaseThatCannotGoAnyMoreStaysForItselfAndStopsNoOther() {
    ArrearsRow account = world.account(400);
    TestedCase paid = world.open(account);
    List<TestedCase> opened = Stream.concat(Stream.of(paid), proposed(3).stream()).toList();
    TestedCase worked = opened.get(1);
    TestedCase elsewhere = opened.get(2);
    world.database.sql("update collection_case set moved_by = 'outsourcing1' where case_number = :case")
        .param("case", opened.get(3).number()).update();
    world.engine.getTaskService().setAssignee(worked.task().getId(), "outsourcing2");
    elsewhere.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "DECLINED", "note", "too small"));
    world.pay(account, "460.00");
    assertThat(batches.waitingFor("agency1")).as("what was decided or paid is not shown any more").hasSize(2);

    decide(APPROVED);

    assertThat(resultOf(paid)).startsWith("LEFT it did not wait any more");
    assertThat(resultOf(worked)).startsWith("LEFT it did not wait any more, or somebody works on it");
    assertThat(resultOf(elsewhere)).startsWith("LEFT it did not wait any more");
    assertThat(resultOf(opened.get(3))).startsWith("LEFT ").contains("is for another person");
    assertThat(worked.openTask()).startsWith("task_approve_placement");
    assertThat(opened.get(3).openTask()).startsWith("task_approve_placement");
  }

  @Test
  void nobodyApprovesWhatTheyDidNotSee() {
    TestedCase first = proposed(1).get(0);
    TestedCase later = world.open(world.account(410));
    world.runDueJobs();
    assertThat(later.openTask()).startsWith("task_approve_placement");

    decide(APPROVED);

    assertThat(first.openTask()).startsWith("task_follow_placement");
    assertThat(later.openTask()).as("it was proposed after the list was made").startsWith("task_approve_placement");
    assertThat(batch()).isWaitingAt("batch_due");
    world.moveTo("2007-09-04T08:00:00Z");
    assertThat(batches.waitingFor("agency1")).singleElement()
        .satisfies(its -> assertThat(its.terms().caseNumber()).isEqualTo(later.number()));
    decide(APPROVED);
    assertThat(later.openTask()).startsWith("task_follow_placement");
  }

  @Test
  void eachCanBeDecidedByItselfAndIsNotAskedForTogetherAgain() {
    TestedCase opened = proposed(1).get(0);
    ProcessInstance batch = batch();

    decide(Map.of("outcome", "SINGLY"));

    assertThat(batch).isEnded().hasPassed("more_proposed").hasNotPassed("approve_each");
    assertThat(opened.openTask()).startsWith("task_approve_placement");
    world.moveDays(2);
    batches.look();
    assertThat(batch()).isNull();
  }

  @Test
  void aBatchOfWhichEachCaseWasDecidedByItselfAsksNobodyAnyMore() {
    List<TestedCase> opened = proposed(2);
    ProcessInstance batch = batch();
    opened.forEach(each -> each.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "DECLINED", "note", "no")));

    batches.look();
    batches.look();

    assertThat(batch).isEnded().hasPassedInOrder("nothing_left", "end_nothing_left");
  }

  @Test
  void whereNothingIsProposedAnyMoreAtTheHourNobodyIsAsked() {
    world.clock("2007-09-03T08:30:00Z");
    TestedCase opened = world.open(world.account(400));
    world.runDueJobs();
    ProcessInstance batch = batch();
    assertThat(batch).isWaitingAt("batch_due");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "DECLINED", "note", "no"));

    world.moveTo("2007-09-04T09:00:00Z");

    assertThat(batch).isEnded().hasPassedInOrder("compose_batch", "batch_composed", "end_no_batch");
  }

  @Test
  void aProposalThatNobodyWasAskedAboutIsMadeUpForAtNight() {
    proposed(1);
    noBatchesOnly();

    batches.look();
    world.moveTo("2007-09-04T09:00:00Z");

    assertThat(batchTasks()).hasSize(1);
  }

  private void noBatchesOnly() {
    world.engine.getRuntimeService().deleteProcessInstance(batch().getId(), "as if it had been lost");
    world.database.sql("delete from proposed_batch_case").update();
    world.database.sql("delete from proposed_batch").update();
  }

  @Test
  void whatIsNoCaseOfTheBatchIsNamedAndNothingIsApproved() {
    TestedCase opened = proposed(1).get(0);

    Stream.of("C-0", opened.number() + ",C-99", "'; drop table placement; --").forEach(wrong ->
        assertThatThrownBy(() -> decide(Map.of("outcome", "APPROVED", "except", wrong)))
            .hasMessageContaining("names a case that is not in this batch"));

    assertThat(opened.openTask()).startsWith("task_approve_placement");
    assertThat(batchTasks()).hasSize(1);
  }

  @Test
  void aCaseThatIsPaidMakesRoomForAnother() {
    partners.ensure("agency1", PartnersForTests.of("First Collection Agency", PartnerKind.AGENCY, List.of(),
        withAgency() + 1));
    partners.ensure("lawfirm1", PartnersForTests.of("Lex Law Firm", PartnerKind.LAW_FIRM, List.of(), 0));
    ArrearsRow paid = world.account(400);
    TestedCase first = world.open(paid);
    world.runDueJobs();
    assertThat(selection.proposedFor(first.number())).get().extracting(choice -> choice.partnerId())
        .isEqualTo("agency1");

    world.pay(paid, "460.00");
    TestedCase next = world.open(world.account(400));
    world.runDueJobs();

    assertThat(selection.proposedFor(next.number())).get().extracting(choice -> choice.partnerId())
        .isEqualTo("agency1");
  }

  private int withAgency() {
    return world.database.sql("""
        select count(*) from placement where partner_id = 'agency1' and status in ('APPROVED', 'PLACED')
        """).query(Integer.class).single();
  }
}
