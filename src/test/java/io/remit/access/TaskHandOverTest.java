package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.COLLECTOR_2;
import static io.remit.access.DemoUser.OUTSOURCING_1;
import static io.remit.access.DemoUser.PARTNER_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who takes a task for whom, asked over REST. */
@OnBothDatabases
class TaskHandOverTest {

  private static final String TASK = "/camunda/api/engine/engine/default/task/";

  @LocalServerPort
  private int port;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService tasks;

  private String deployment;

  @BeforeEach
  void deploy() {
    deployment = repository.createDeployment()
        .addModelInstance("call-debtor.bpmn", process("call-debtor", "task_call_debtor"))
        .addModelInstance("placement.bpmn", process("placement", "task_follow_placement"))
        .deploy().getId();
  }

  @AfterEach
  void remove() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void aTaskIsClaimedForOneselfAlone() {
    String call = start("call-debtor");
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");

    for (String other : List.of("collector2", "ghost", "Collector1", "collector1 ", "", "admin")) {
      assertThat(claim(collector, call, other).statusCode()).as(other).isEqualTo(403);
      assertThat(assigneeOf(call)).as(other).isNull();
    }
    assertThat(claim(collector, call, "collector1").statusCode()).isEqualTo(204);
    assertThat(assigneeOf(call)).isEqualTo("collector1");
  }

  @Test
  void aClaimForNobodyDoesNotTakeATaskAway() {
    String call = start("call-debtor");
    tasks.claim(call, "collector2");
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");

    for (String nobody : List.of("{}", "{\"userId\": null}")) {
      assertThat(collector.post(TASK + call + "/claim", nobody).statusCode()).as(nobody).isEqualTo(403);
    }
    assertThat(collector.post(TASK + call + "/unclaim", "").statusCode()).isEqualTo(403);
    assertThat(claim(collector, call, "collector1").statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(assigneeOf(call)).isEqualTo("collector2");
  }

  @Test
  void aSupervisorHandsATaskToSomebodyWhoMayWorkOnIt() {
    String call = start("call-debtor");
    HttpUser supervisor = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");

    for (String stranger : List.of("ghost", "field1", "partner1", "manager1", "owner1", "operator", "Collector1")) {
      HttpResponse<String> answer = supervisor.post(TASK + call + "/assignee", userId(stranger));
      assertThat(answer.statusCode()).as(stranger).isEqualTo(400);
      assertThat(answer.body()).contains("userId: is no user who may work on this task");
      assertThat(claim(supervisor, call, stranger).statusCode()).as(stranger).isGreaterThanOrEqualTo(400);
      assertThat(put(supervisor, call, "\"assignee\": \"" + stranger + "\"").statusCode()).as(stranger).isEqualTo(400);
    }
    assertThat(assigneeOf(call)).isNull();
    assertThat(supervisor.post(TASK + call + "/assignee", userId("collector2")).statusCode()).isEqualTo(204);
    assertThat(assigneeOf(call)).isEqualTo("collector2");
    assertThat(supervisor.post(TASK + call + "/unclaim", "").statusCode()).isEqualTo(204);
    assertThat(assigneeOf(call)).isNull();
  }

  @Test
  void nobodyElseHandsATaskOver() {
    String call = start("call-debtor");
    String placement = start("placement");
    tasks.addCandidateGroup(placement, "partneragency1");
    for (DemoUser user : List.of(COLLECTOR_1, COLLECTOR_2, OUTSOURCING_1, PARTNER_1)) {
      HttpUser person = HttpUser.loggedIn(port, user, "tasklist");
      for (String task : List.of(call, placement)) {
        for (String way : List.of("assignee", "delegate", "claim")) {
          assertThat(person.post(TASK + task + "/" + way, userId("supervisor1")).statusCode()).as("%s %s", user, way)
              .isEqualTo(403);
        }
        assertThat(put(person, task, "\"assignee\": \"" + user.id() + "\"").statusCode()).isEqualTo(403);
      }
    }
    assertThat(assigneeOf(call)).isNull();
    assertThat(assigneeOf(placement)).isNull();
  }

  @Test
  void aTaskKeepsWhatTheModelSaysOfIt() {
    String call = start("call-debtor");
    HttpUser supervisor = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");
    HttpUser administrator = HttpUser.loggedIn(port, ADMIN, "tasklist");

    for (HttpUser person : List.of(supervisor, administrator)) {
      for (String change : List.of("\"description\": \"he lies\"", "\"owner\": \"supervisor1\"",
          "\"delegationState\": \"PENDING\"", "\"parentTaskId\": \"" + call + "\"", "\"name\": \"he lies\"")) {
        assertThat(put(person, call, change).statusCode()).as(change).isGreaterThanOrEqualTo(400);
      }
    }
    Task unchanged = tasks.createTaskQuery().taskId(call).singleResult();
    assertThat(unchanged).extracting(Task::getDescription, Task::getOwner, Task::getParentTaskId).containsOnlyNulls();
    assertThat(unchanged.getName()).isEqualTo("task_call_debtor");
    assertThat(put(supervisor, call, "\"due\": \"2026-05-04T10:00:00.000+0000\"").statusCode()).isEqualTo(204);
    assertThat(tasks.createTaskQuery().taskId(call).singleResult().getDueDate())
        .isEqualTo("2026-05-04T10:00:00.000Z");
  }

  @Test
  void aTaskOfSomebodyElseIsNotCompleted() {
    String call = start("call-debtor");
    tasks.claim(call, "collector2");
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");

    assertThat(collector.post(TASK + call + "/submit-form", "{\"variables\": {}}").statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(collector.post(TASK + call + "/complete", "{\"variables\": {}}").statusCode()).isEqualTo(403);
    assertThat(assigneeOf(call)).isEqualTo("collector2");
  }

  private static HttpResponse<String> claim(HttpUser person, String task, String userId) {
    return person.post(TASK + task + "/claim", userId(userId));
  }

  private static HttpResponse<String> put(HttpUser person, String task, String change) {
    return person.put(TASK + task, "{\"name\": \"task_call_debtor\", \"priority\": 50, " + change + "}");
  }

  private static String userId(String userId) {
    return "{\"userId\": \"" + userId + "\"}";
  }

  private String start(String process) {
    String instance = runtime.startProcessInstanceByKey(process, "100001").getId();
    return tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
  }

  private String assigneeOf(String task) {
    return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
  }

  private static BpmnModelInstance process(String key, String taskId) {
    return Bpmn.createExecutableProcess(key).camundaHistoryTimeToLive(1)
        .startEvent().userTask(taskId).endEvent().done();
  }
}
