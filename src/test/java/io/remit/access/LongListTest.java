package io.remit.access;

import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.COLLECTOR_2;
import static io.remit.access.DemoUser.FIELD_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists of Tasklist are read in part and counted in part, and hold what they held when they were read whole. */
@OnBothDatabases
class LongListTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  /** Before all that other tests leave behind. */
  private static final Instant DUE = Instant.parse("1999-05-01T10:00:00Z");

  @LocalServerPort
  private int port;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService tasks;
  @Autowired
  private FilterService filters;
  @Autowired
  private AuthorizationService authorizations;
  @Autowired
  private JdbcClient database;

  private String deployment;

  @BeforeEach
  void deploy() {
    deployment = repository.createDeployment()
        .addModelInstance("call-debtor.bpmn", Bpmn.createExecutableProcess("call-debtor")
            .camundaHistoryTimeToLive(1).startEvent().userTask("task_call_debtor")
            .camundaCandidateGroups("collectors").endEvent().done())
        .deploy().getId();
  }

  @AfterEach
  void remove() {
    database.sql("delete from act_ru_task where id_ like 'copy%'").update();
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void thePagesOfAListHoldEachTaskOnceWhenAllAreDueAtTheSameMoment() {
    List<String> calls = new ArrayList<>();
    for (int number = 0; number < 7; number++) {
      calls.add(call());
    }
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");

    List<String> seen = new ArrayList<>();
    for (int first = 0; first < 8; first += 2) {
      seen.addAll(page(collector, "Calls due now", "firstResult=" + first + "&maxResults=2", "dueDate"));
    }

    assertThat(seen).doesNotHaveDuplicates().startsWith(calls.stream().sorted().toArray(String[]::new));
  }

  @Test
  void whoMaySeeATaskByTwoGrantsSeesItOnceAndItCountsOnce() {
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");
    long before = count(collector, "Calls due now");
    String call = call();
    Authorization second = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    second.setUserId(COLLECTOR_1.id());
    second.setResource(Resources.TASK);
    second.setResourceId(call);
    second.addPermission(TaskPermissions.READ);
    authorizations.saveAuthorization(second);
    try {
      assertThat(page(collector, "Calls due now", "firstResult=0&maxResults=15", "dueDate"))
          .containsOnlyOnce(call);
      assertThat(count(collector, "Calls due now")).isEqualTo(before + 1);
    } finally {
      authorizations.deleteAuthorization(second.getId());
    }
  }

  @Test
  void aListShowsOnlyWhatItsReaderMaySee() {
    String call = call();
    tasks.setAssignee(call, COLLECTOR_2.id());
    String free = call();
    String all = "firstResult=0&maxResults=50";

    assertThat(page(HttpUser.loggedIn(port, COLLECTOR_1, "tasklist"), "Calls due now", all, "dueDate"))
        .contains(free).doesNotContain(call);
    assertThat(page(HttpUser.loggedIn(port, COLLECTOR_2, "tasklist"), "My calls", all, "dueDate"))
        .contains(call).doesNotContain(free);
    assertThat(page(HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist"), "Calls overdue", all, "dueDate"))
        .contains(call, free);
    // the grant that lets collectors see calls, and nobody else's list, decides
    HttpUser agent = HttpUser.loggedIn(port, FIELD_1, "tasklist");
    assertThat(agent.post(address("Calls due now") + "/list", "{}").statusCode()).isEqualTo(403);
    Authorization filter = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    filter.setUserId(FIELD_1.id());
    filter.setResource(Resources.FILTER);
    filter.setResourceId(filters.createFilterQuery().filterName("Calls due now").singleResult().getId());
    filter.addPermission(Permissions.READ);
    authorizations.saveAuthorization(filter);
    try {
      assertThat(page(agent, "Calls due now", all, "dueDate")).isEmpty();
      assertThat(count(agent, "Calls due now")).isZero();
    } finally {
      authorizations.deleteAuthorization(filter.getId());
    }
  }

  @Test
  void whateverIsSearchedForOrSortedByATaskComesOnce() {
    String call = call();
    tasks.addCandidateGroup(call, "supervisors");
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");
    for (String asked : List.of("{}", "{\"withCandidateGroups\": true}",
        "{\"orQueries\": [{\"candidateGroup\": \"collectors\", \"unassigned\": true}]}",
        "{\"candidateGroups\": [\"collectors\", \"supervisors\"]}", "{\"processInstanceBusinessKey\": \"100001\"}",
        "{\"sorting\": [{\"sortBy\": \"nameCaseInsensitive\", \"sortOrder\": \"asc\"}]}",
        "{\"sorting\": [{\"sortBy\": \"priority\", \"sortOrder\": \"desc\"}, "
            + "{\"sortBy\": \"id\", \"sortOrder\": \"desc\"}]}",
        "{\"sorting\": [{\"sortBy\": \"taskVariable\", \"sortOrder\": \"asc\", "
            + "\"parameters\": {\"variable\": \"stage\", \"type\": \"String\"}}]}")) {
      List<String> ids = new ArrayList<>();
      HttpUser.read(Office.accepted(collector.post(address("Calls due now") + "/list?maxResults=50", asked)))
          .forEach(task -> ids.add(task.get("id").asText()));
      assertThat(ids).as(asked).containsOnlyOnce(call).doesNotHaveDuplicates();
      assertThat(HttpUser.read(Office.accepted(collector.post(address("Calls due now") + "/count", asked)))
          .get("count").asInt()).as(asked).isEqualTo(ids.size());
    }
  }

  @Test
  void aListIsCountedUpToAThousand() {
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");
    String call = call();
    long before = count(collector, "Calls due now");
    copy(call, 1000 - (int) before);
    assertThat(count(collector, "Calls due now")).isEqualTo(1000);

    copy(call, 1200);

    assertThat(count(collector, "Calls due now")).isEqualTo(1001);
    JsonNode list = HttpUser.read(collector.post(address("Calls due now") + "/count", "{\"priority\": 50}"));
    assertThat(list.get("count").asLong()).isEqualTo(1001);
    assertThat(tasks.createTaskQuery().taskDefinitionKey("task_call_debtor").count())
        .as("what nobody asks at a list is counted to its end").isGreaterThan(2000);
  }

  /** As the engine asks for it, see lists.xml: neither sorted nor read to its end. */
  @Test
  void aPageIsReadInTheOrderOfAnIndex() {
    assumeTrue(isPostgres());
    copy(call(), 1500);
    database.sql("analyze act_ru_task").update();

    assertThat(plan("res.due_date_, res.id_", "")).contains("remit_task_kind_due").doesNotContain("Sort");
    assertThat(plan("res.priority_ desc, res.due_date_, res.id_", "and res.assignee_ is null"))
        .contains("remit_task_free").doesNotContain("Sort");
  }

  private boolean isPostgres() {
    return database.sql("select count(*) from information_schema.tables where table_name = 'pg_class'")
        .query(Long.class).single() > 0;
  }

  private String plan(String order, String also) {
    return String.join("\n", database.sql("""
        explain select res.* from act_ru_task res join act_re_procdef d on res.proc_def_id_ = d.id_
         where res.task_def_key_ = 'task_call_debtor' and res.suspension_state_ = 1 and res.tenant_id_ is null %s
         order by %s limit 15
        """.formatted(also, order)).query(String.class).list());
  }

  private String call() {
    String instance = runtime.startProcessInstanceByKey("call-debtor", "100001").getId();
    Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    task.setDueDate(Date.from(DUE));
    tasks.saveTask(task);
    return task.getId();
  }

  private void copy(String task, int times) {
    for (int number = 0; number < times; number++) {
      database.sql("""
          insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,
            priority_, create_time_, due_date_, suspension_state_)
          select :copy, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, priority_,
            create_time_, due_date_, suspension_state_ from act_ru_task where id_ = :task
          """).param("copy", "copy" + times + "-" + number).param("task", task).update();
    }
  }

  private String address(String list) {
    return ENGINE + "/filter/" + filters.createFilterQuery().filterName(list).singleResult().getId();
  }

  private List<String> page(HttpUser user, String list, String part, String order) {
    List<String> ids = new ArrayList<>();
    HttpUser.read(user.post(address(list) + "/list?" + part,
        "{\"sorting\": [{\"sortBy\": \"" + order + "\", \"sortOrder\": \"asc\"}]}"))
        .forEach(task -> ids.add(task.get("id").asText()));
    return ids;
  }

  private long count(HttpUser user, String list) {
    return HttpUser.read(user.post(address(list) + "/count", "{}")).get("count").asLong();
  }
}
