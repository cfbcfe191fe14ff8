package io.remit.access;

import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.COLLECTOR_2;
import static io.remit.access.DemoUser.FIELD_1;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.OUTSOURCING_1;
import static io.remit.access.DemoUser.OWNER_1;
import static io.remit.access.DemoUser.PARTNER_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people can do in Tasklist and Cockpit, asked over the REST interface that the two use. */
@OnBothDatabases
class TasklistAccessTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String FORM = """
      {"id": "call", "type": "default", "schemaVersion": 12,
       "components": [{"type": "textfield", "key": "outcome", "id": "outcome", "label": "Outcome"}]}
      """;

  @LocalServerPort
  private int port;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService tasks;
  @Autowired
  private AuthorizationService authorizations;
  @Autowired
  private FilterService filters;
  @Autowired
  private JdbcClient database;

  private String deployment;

  @BeforeEach
  void deploy() {
    deployment = repository.createDeployment()
        .addModelInstance("call-debtor.bpmn", process("call-debtor", "task_call_debtor", "collectors"))
        .addModelInstance("visit-debtor.bpmn", process("visit-debtor", "task_visit_debtor", "fieldAgents"))
        .addModelInstance("placement.bpmn", process("placement", "task_follow_placement", "outsourcingOfficers"))
        .addString("call.form", FORM)
        .deploy().getId();
  }

  @AfterEach
  void remove() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void aCollectorFindsACallReadsItsFormClaimsAndCompletesIt() {
    String call = start("call-debtor");
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");

    String list = list(collector, "Calls due now");
    assertThat(list).contains(call, "\"dueSince\"", "EUR 46.00");
    assertThat(collector.get(ENGINE + "/task/" + call + "/form").body()).contains("call");
    assertThat(collector.get(ENGINE + "/task/" + call + "/deployed-form").body()).contains("Outcome");
    assertThat(collector.get(ENGINE + "/task/" + call + "/form-variables").body()).contains("EUR 46.00");
    assertThat(collector.get(ENGINE + "/process-definition/" + definitionOf(call) + "/xml").statusCode())
        .isEqualTo(200);
    for (String pastTheForm : List.of("comment/create", "resolve", "bpmnError", "bpmnEscalation", "variables/note")) {
      assertThat(collector.post(ENGINE + "/task/" + call + "/" + pastTheForm, "{}").statusCode()).as(pastTheForm)
          .isEqualTo(403);
    }
    assertThat(collector.post(ENGINE + "/task/" + call + "/claim", "{\"userId\": \"collector1\"}").statusCode())
        .isEqualTo(204);
    assertThat(list(collector, "Calls due now")).contains(call);
    assertThat(list(collector, "My calls")).contains(call);
    assertThat(list(HttpUser.loggedIn(port, COLLECTOR_2, "tasklist"), "Calls due now")).doesNotContain(call);
    assertThat(collector.post(ENGINE + "/task/" + call + "/submit-form", "{\"variables\": {}}").statusCode())
        .isEqualTo(204);
    assertThat(tasks.createTaskQuery().taskId(call).count()).isZero();
  }

  @Test
  void aListComesInTheOrderThatIsAskedFor() {
    String early = start("call-debtor");
    String urgent = start("call-debtor");
    Task task = tasks.createTaskQuery().taskId(urgent).singleResult();
    task.setDueDate(new Date(1000));
    task.setPriority(75);
    tasks.saveTask(task);
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");

    assertThat(list(collector, "Calls due now", "dueDate", "asc")).containsSubsequence(early, urgent);
    assertThat(list(collector, "Calls due now", "priority", "desc")).containsSubsequence(urgent, early);
  }

  @Test
  void aCollectorSeesAndWorksOnNobodyElsesTasks() {
    String visit = start("visit-debtor");
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");

    assertThat(collector.get(ENGINE + "/task").body()).doesNotContain(visit);
    assertThat(collector.get(ENGINE + "/task/" + visit + "/form-variables").statusCode()).isEqualTo(403);
    assertThat(collector.post(ENGINE + "/task/" + visit + "/claim", "{\"userId\": \"collector1\"}").statusCode())
        .isEqualTo(403);
    assertThat(collector.post(ENGINE + "/task/" + visit + "/complete", "{}").statusCode()).isEqualTo(403);
    assertThat(list(HttpUser.loggedIn(port, FIELD_1, "tasklist"), "Visits")).contains(visit);
  }

  @Test
  void onlyASupervisorTakesATaskAwayOrMovesItsDueDate() {
    String call = start("call-debtor");
    tasks.claim(call, "collector2");
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");
    HttpUser supervisor = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");

    assertThat(collector.post(ENGINE + "/task/" + call + "/assignee", "{\"userId\": \"collector1\"}").statusCode())
        .isEqualTo(403);
    assertThat(collector.post(ENGINE + "/task/" + call + "/unclaim", "").statusCode()).isEqualTo(403);
    assertThat(list(supervisor, "Overdue tasks")).contains(call);
    assertThat(list(supervisor, "All open tasks")).contains(call);
    assertThat(supervisor.post(ENGINE + "/task/" + call + "/unclaim", "").statusCode()).isEqualTo(204);
    assertThat(supervisor.post(ENGINE + "/task/" + call + "/assignee", "{\"userId\": \"collector1\"}").statusCode())
        .isEqualTo(204);
  }

  @Test
  void aTaskCostsNoGrant() {
    long before = grants();

    String call = start("call-debtor");
    tasks.claim(call, "collector1");

    assertThat(grants()).isEqualTo(before);
  }

  @Test
  void aPartnerWorksOnWhatIsPlacedWithItUntilItIsTakenBack() {
    String placed = start("placement");
    String elsewhere = start("placement");
    tasks.addCandidateGroup(placed, "partneragency1");
    tasks.addCandidateGroup(elsewhere, "partneragency2");
    HttpUser partner = HttpUser.loggedIn(port, PARTNER_1, "tasklist");

    assertThat(list(partner, "Placed with us")).contains(placed, "EUR 46.00").doesNotContain(elsewhere);
    assertThat(partner.get(ENGINE + "/task").body()).contains(placed).doesNotContain(elsewhere);
    assertThat(partner.get(ENGINE + "/task/" + placed + "/form-variables").statusCode()).isEqualTo(200);
    assertThat(partner.get(ENGINE + "/task/" + elsewhere + "/form-variables").statusCode()).isEqualTo(403);
    assertThat(partner.get(ENGINE + "/user").body()).contains("partner1").doesNotContain("collector1");
    assertThat(partner.post(ENGINE + "/task/" + placed + "/claim", "{\"userId\": \"partner1\"}").statusCode())
        .isEqualTo(204);
    assertThat(list(partner, "Placed with us")).contains(placed);
    assertThat(list(HttpUser.loggedIn(port, OUTSOURCING_1, "tasklist"), "With partners")).contains(placed, elsewhere);

    tasks.deleteCandidateGroup(placed, "partneragency1");

    assertThat(partner.get(ENGINE + "/task").body()).as("other tests place cases too")
        .doesNotContain(placed, elsewhere);
    assertThat(partner.post(ENGINE + "/task/" + placed + "/complete", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void nothingThatStaffTypeIsEvaluatedAsAnExpression() {
    String expression = "{\"assigneeExpression\": \"${currentUser()}\"}";
    String filter = "{\"resourceType\": \"Task\", \"name\": \"Mine\", \"query\": " + expression + "}";
    String list = filters.createFilterQuery().filterName("Calls due now").singleResult().getId();
    for (DemoUser user : new DemoUser[] {COLLECTOR_1, SUPERVISOR_1, PARTNER_1}) {
      HttpUser person = HttpUser.loggedIn(port, user, "tasklist");
      assertThat(person.post(ENGINE + "/filter/create", filter).statusCode()).as("%s", user).isEqualTo(403);
      assertThat(person.post(ENGINE + "/task", expression).statusCode()).as("%s", user).isGreaterThanOrEqualTo(400);
      assertThat(person.post(ENGINE + "/filter/" + list + "/list", expression).statusCode())
          .as("%s", user).isGreaterThanOrEqualTo(400);
    }
    assertThat(filters.createFilterQuery().filterName("Mine").count()).isZero();
  }

  @Test
  void managersAndOperatorsReadCasesInCockpitAndOnlyOperatorsRetryWhatFailed() {
    String call = start("call-debtor");
    String instance = tasks.createTaskQuery().taskId(call).singleResult().getProcessInstanceId();
    HttpUser manager = HttpUser.loggedIn(port, MANAGER_1, "cockpit");
    HttpUser operator = HttpUser.loggedIn(port, OPERATOR, "cockpit");

    assertThat(manager.get(ENGINE + "/process-instance").body()).contains(instance);
    assertThat(manager.get(ENGINE + "/task").body()).contains(call);
    assertThat(manager.call("DELETE", ENGINE + "/process-instance/" + instance).statusCode()).isEqualTo(403);
    assertThat(manager.post(ENGINE + "/task/" + call + "/complete", "{}").statusCode()).isEqualTo(403);
    assertThat(operator.get(ENGINE + "/process-instance").body()).contains(instance);
    assertThat(operator.call("DELETE", ENGINE + "/process-instance/" + instance).statusCode()).isEqualTo(403);
    assertThat(mayRetry(MANAGER_1)).isFalse();
    assertThat(mayRetry(OPERATOR)).isTrue();
  }

  @Test
  void aProcessOwnerSeesTheModelsInCockpitButNoCase() {
    String call = start("call-debtor");
    HttpUser owner = HttpUser.loggedIn(port, OWNER_1, "cockpit");

    assertThat(owner.get(ENGINE + "/process-definition/" + definitionOf(call) + "/xml").body()).contains("call-debtor");
    assertThat(owner.post(ENGINE + "/process-instance", "{}").body()).isEqualTo("[]");
    assertThat(owner.get(ENGINE + "/task").body()).isEqualTo("[]");
    for (String cases : List.of("process-instance", "variable-instance", "history/activity-instance")) {
      assertThat(owner.get(ENGINE + "/" + cases).statusCode()).as(cases).isEqualTo(403);
    }
  }

  private boolean mayRetry(DemoUser user) {
    return authorizations.isUserAuthorized(user.id(), List.of(user.groupId()), ProcessDefinitionPermissions.RETRY_JOB,
        Resources.PROCESS_DEFINITION, "call-debtor");
  }

  private String start(String process) {
    String instance = runtime.startProcessInstanceByKey(process, "100001").getId();
    Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    task.setDueDate(new Date(0));
    tasks.saveTask(task);
    tasks.setVariablesLocal(task.getId(),
        Map.of("stage", "TELEPHONE", "overdueAmount", "EUR 46.00", "dueSince", "2007-08-01"));
    return task.getId();
  }

  private String definitionOf(String task) {
    return tasks.createTaskQuery().taskId(task).singleResult().getProcessDefinitionId();
  }

  /** A filter as Tasklist asks for it: as HAL, with the variables on the cards, and with a search on top. */
  private String list(HttpUser user, String filterName) {
    return list(user, filterName, "created", "desc");
  }

  private String list(HttpUser user, String filterName, String sortBy, String sortOrder) {
    String filter = filters.createFilterQuery().filterName(filterName).singleResult().getId();
    return user.postForHal(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15",
        "{\"sorting\": [{\"sortBy\": \"" + sortBy + "\", \"sortOrder\": \"" + sortOrder + "\"}]}");
  }

  private long grants() {
    return database.sql("select count(*) from act_ru_authorization").query(Long.class).single();
  }

  private static BpmnModelInstance process(String key, String taskId, String group) {
    BpmnModelInstance model = Bpmn.createExecutableProcess(key).camundaHistoryTimeToLive(1)
        .startEvent().userTask(taskId).camundaCandidateGroups(group).endEvent().done();
    model.getModelElementById(taskId).setAttributeValueNs(
        "http://camunda.org/schema/1.0/bpmn", "formRef", "call");
    model.getModelElementById(taskId).setAttributeValueNs(
        "http://camunda.org/schema/1.0/bpmn", "formRefBinding", "latest");
    return model;
  }
}
