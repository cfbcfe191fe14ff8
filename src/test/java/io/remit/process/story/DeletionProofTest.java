package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.InvalidInputException;
import io.remit.outsourcing.deletion.DeletionProofs;
import io.remit.process.task.TaskViews;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner confirms that it deleted what it had of a case that went back; who does not is asked. */
@ProcessTest
class DeletionProofTest {

  private static final String PARTNER = "deleter1";
  private static final String GROUP = "partneragency1";
  private static final String ASK = "task_ask_deletion";
  private static final String CONFIRM = "task_confirm_deletion";

  @Autowired
  private CaseWorld world;
  @Autowired
  private DeletionProofs proofs;
  @Autowired
  private IdentityService identities;
  @Autowired
  private TaskViews views;

  private ArrearsRow account;

  @AfterEach
  void dismiss() {
    identities.deleteMembership(PARTNER, GROUP);
  }

  private void employ() {
    Worker.employ(identities, PARTNER, GROUP);
  }

  private TestedCase placed() {
    account = world.account(400);
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    world.runDueJobs();
    return opened;
  }

  private TestedCase back() {
    TestedCase placed = placed();
    placed.submit(Worker.OUTSOURCING_OFFICER, placed.task("task_follow_placement"), Map.of("outcome", "RECALLED"));
    return placed;
  }

  private Map<String, Object> proofOf(TestedCase its) {
    return world.database.sql("""
        select status, due_on, told_by, deleted_on, recorded_by from deletion_proof where case_number = :case
        """).param("case", its.number()).query().singleRow();
  }

  private ProcessInstance proof(TestedCase its) {
    return its.matter("deletion-proof");
  }

  private void submit(Task task, Map<String, Object> fields) {
    identities.setAuthentication(PARTNER, List.of(GROUP));
    try {
      world.engine.getFormService().submitTaskForm(task.getId(), fields);
    } finally {
      identities.clearAuthentication();
    }
  }

  @Test
  void whenTheProofIsLateAnOfficerAsksForItAndRecordsTheLetter() {
    TestedCase back = back();
    ProcessInstance proof = proof(back);
    assertThat(proofOf(back)).containsEntry("STATUS", "MISSING")
        .hasEntrySatisfying("DUE_ON", day -> assertThat(day).hasToString("2007-09-17"));
    assertThat(world.dueDates(proof).values()).extracting(Object::toString).containsExactly("2007-09-18T06:00:00Z");
    assertThat(back.task(ASK)).isNull();

    world.moveTo("2007-09-18T06:00:00Z");

    Task task = back.task(ASK);
    assertThat(proof).isWaitingAt(ASK).hasPassed("proof_late");
    assertThat(task.getDueDate().toInstant()).hasToString("2007-09-25T06:00:00Z");
    assertThatThrownBy(() -> back.submit(Worker.OUTSOURCING_OFFICER, task,
        Map.of("deletedOn", "2007-09-02", "note", "Letter of today")))
        .hasMessageContaining("deletedOn: must be a day from the end of the placement, 2007-09-03, to today");
    assertThatThrownBy(() -> back.submit(Worker.OUTSOURCING_OFFICER, task, Map.of("deletedOn", "2007-09-10")))
        .hasMessageContaining("note");
    back.submit(Worker.OUTSOURCING_OFFICER, task, Map.of("deletedOn", "2007-09-10", "note", "Letter of 11 September"));

    assertThat(proof).isEnded().hasPassedInOrder(ASK, "end_deletion_recorded", "end_proof");
    assertThat(proofOf(back)).containsEntry("STATUS", "CONFIRMED").containsEntry("TOLD_BY", "LETTER")
        .containsEntry("RECORDED_BY", "outsourcing1");
    assertThat(back.timeline("PLACEMENT"))
        .endsWith("The partner confirmed that it deleted the data: agency1, 2007-09-10");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theOfficersTaskEndsByItselfWhenTheProofComesInTimeOrLate(boolean late) {
    TestedCase back = back();
    ProcessInstance proof = proof(back);
    world.moveTo(late ? "2007-09-20T08:00:00Z" : "2007-09-10T08:00:00Z");
    assertThat(back.task(ASK) != null).isEqualTo(late);

    proofs.confirmedByLetter("agency1", List.of(back.number()), "2007-09-05", "Letter of 6 September", "outsourcing1");
    proofs.confirmedByLetter("agency1", List.of(back.number()), "2007-09-06", "The same once more", "outsourcing1");

    assertThat(proof).isEnded().hasPassedInOrder("proof_came", "end_proof_elsewhere");
    assertThat(back.task(ASK)).isNull();
    assertThat(proofOf(back)).hasEntrySatisfying("DELETED_ON", day -> assertThat(day).hasToString("2007-09-05"));
    assertThat(proofs.missing("agency1", 1000)).noneMatch(missing -> missing.caseNumber().equals(back.number()));
  }

  @Test
  void aLetterCountsForAllItsCasesOrForNone() {
    TestedCase back = back();
    TestedCase others = world.open(world.account(10));

    assertThatThrownBy(() -> proofs.confirmedByLetter("agency1", List.of(back.number(), others.number()), "2007-09-03",
        "A letter", "outsourcing1")).isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("names a case of which this partner has nothing to confirm");
    assertThatThrownBy(() -> proofs.confirmedByLetter("lawfirm1", List.of(back.number()), "2007-09-03", "A letter",
        "outsourcing1")).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> proofs.confirmedByLetter("agency1", List.of(), "2007-09-03", "A letter", "outsourcing1"))
        .hasMessageContaining("cases");

    assertThat(proofOf(back)).containsEntry("STATUS", "MISSING");
  }

  @Test
  void thePartnersPeopleConfirmInTasklistAndSeeTheCasesNumberAlone() {
    employ();
    TestedCase back = back();
    ProcessInstance proof = proof(back);
    ProcessInstance confirmation = back.matter("partner-deletion");
    Task task = back.task(CONFIRM);
    assertThat(task.getDueDate().toInstant()).hasToString("2007-09-17T06:00:00Z");
    assertThat(world.engine.getTaskService().getIdentityLinksForTask(task.getId())).extracting(IdentityLink::getGroupId)
        .containsExactly(GROUP);
    assertThat(world.engine.getTaskService().getVariablesLocal(task.getId())).containsOnlyKeys("caseView");
    world.engine.getTaskService().setAssignee(task.getId(), PARTNER);
    assertThat(views.of(task.getId(), PARTNER).orElseThrow().get("caseView"))
        .isEqualTo("{\"caseNumber\":\"" + back.number() + "\"}");
    world.pay(account, "20.00");
    assertThat(world.engine.getTaskService().getVariablesLocal(task.getId())).containsOnlyKeys("caseView");

    submit(task, Map.of("deletedOn", "2007-09-03", "note", "All gone"));

    assertThat(confirmation).isEnded().hasPassedInOrder(CONFIRM, "end_deletion_confirmed");
    assertThat(proof).isEnded();
    assertThat(proofOf(back)).containsEntry("TOLD_BY", "TASKLIST").containsEntry("RECORDED_BY", PARTNER);
  }

  @Test
  void thePartnersTaskIsTakenAwayWhenAnOfficerRecordsTheLetter() {
    employ();
    TestedCase back = back();
    ProcessInstance confirmation = back.matter("partner-deletion");
    world.moveTo("2007-09-18T06:00:00Z");

    back.submit(Worker.OUTSOURCING_OFFICER, back.task(ASK), Map.of("deletedOn", "2007-09-10", "note", "A letter"));

    assertThat(confirmation).isEnded().hasPassedInOrder("not_asked_any_more", "end_not_asked");
  }

  @Test
  void aPaidCaseAsksForAProofToo() {
    TestedCase placed = placed();

    world.pay(account, "460.00");

    assertThat(proofOf(placed)).containsEntry("STATUS", "MISSING");
    world.moveTo("2007-09-18T06:00:00Z");
    assertThat(placed.task(ASK)).as("though the case is closed").isNotNull();
  }

  @Test
  void aPartnerThatIsGivenTheCaseAgainNeedsItsData() {
    TestedCase back = back();
    ProcessInstance proof = proof(back);
    world.moveTo("2007-11-03T09:00:00Z");
    assertThat(proof).isWaitingAt(ASK);

    back.submit(Worker.OUTSOURCING_OFFICER, back.task("task_approve_placement"),
        Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    world.runDueJobs();

    assertThat(proof).isEnded().hasPassed("end_proof_elsewhere");
    assertThat(proofOf(back)).containsEntry("STATUS", "NOT_NEEDED");
  }

  @Test
  void whatWasNeverHandedOverNeedsNoProof() {
    TestedCase opened = world.open(world.account(400));
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));

    world.lifecycle.withdraw(opened.number(), "supervisor1", "The creditor wants it back");
    world.runDueJobs();

    assertThat(world.database.sql("select count(*) from deletion_proof where case_number = :case")
        .param("case", opened.number()).query(Long.class).single()).isZero();
  }
}
