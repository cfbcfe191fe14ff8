package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Stage;
import io.remit.eventlog.CaseProofs;
import io.remit.sql.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case that the check finds not to be right is a task for an operator. */
@ProcessTest
class CaseProofTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private CaseProofs proofs;

  /** Other tests leave cases that were closed without their processes. */
  @BeforeEach
  void checkedBefore() {
    world.database.sql("insert into proof_run (business_date, started_at, finished_at) values (:day, :at, :at)")
        .param("day", world.today()).param("at", Moments.utc(Instant.parse("2099-01-01T00:00:00Z"))).update();
  }

  @AfterEach
  void noProofs() {
    List.of("proof_run", "case_finding", "case_proof")
        .forEach(table -> world.database.sql("delete from " + table).update());
  }

  private TestedCase inTheWrongStage() {
    TestedCase broken = world.open(world.account(10));
    world.runDueJobs();
    setStage(broken, Stage.VISIT);
    return broken;
  }

  private void setStage(TestedCase its, Stage stage) {
    world.database.sql("update collection_case set stage = :stage where case_number = :case")
        .param("stage", stage.name()).param("case", its.number()).update();
  }

  private List<Task> tasks() {
    return world.engine.getTaskService().createTaskQuery().taskDefinitionKey("task_put_case_right").list();
  }

  private ProcessInstance proof() {
    return world.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("case-proof")
        .singleResult();
  }

  @Test
  void anOperatorSaysWhyACaseStaysAsItIsAndIsNotAskedAgain() {
    inTheWrongStage();
    TestedCase right = world.open(world.account(10));
    world.runDueJobs();

    assertThat(proofs.check().notRight()).singleElement()
        .satisfies(found -> assertThat(found.caseNumber()).isNotEqualTo(right.number()));
    proofs.check();

    ProcessInstance proof = proof();
    assertThat(proof).isWaitingAt("task_put_case_right");
    Task task = assertThat(tasks()).as("one for the case").singleElement().actual();
    for (Map<String, Object> refused : List.<Map<String, Object>>of(Map.of("outcome", "KNOWN"),
        Map.of("outcome", "PUT_RIGHT"))) {
      assertThatThrownBy(() -> world.submit(Worker.OPERATOR, task, refused)).hasMessageMatching(
          "(?s).*(say why it stays as it is|the case is not right yet).*");
    }
    world.submit(Worker.OPERATOR, task, Map.of("outcome", "KNOWN", "note", "moved by hand, ticket 7"));

    assertThat(proof).isEnded().hasPassedInOrder("case_not_right", "task_put_case_right", "end_looked_after");
    proofs.check();
    assertThat(tasks()).isEmpty();
  }

  @Test
  void theTaskIsGoneWhenTheCaseIsRightAgain() {
    TestedCase broken = inTheWrongStage();
    proofs.check();
    ProcessInstance proof = proof();

    setStage(broken, Stage.MESSAGE);
    proofs.check();

    assertThat(proof).isEnded().hasPassedInOrder("right_by_itself", "end_right_by_itself");
    assertThat(tasks()).isEmpty();
  }
}
