package io.remit.access;

import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.DemoUser.SUPERVISOR_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.NewsRound;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees the task to find a debtor, and what he can do with it in Tasklist. */
@OnBothDatabases
class DebtorSearchRestTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @LocalServerPort
  private int port;
  @Autowired
  private TaskService tasks;
  @Autowired
  private FilterService filters;
  @Autowired
  private NewsRound news;
  private String debtor;

  /** The task for a debtor of whom nothing is known by which he could be reached. */
  private String taskToFind() {
    debtor = "FIND-" + NUMBERS.incrementAndGet();
    HttpUser.withPassword(port, OPERATOR).postCsv("/api/intake/arrears",
        "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,"
            + "time_zone\n" + debtor + "-A,LOAN,EUR,500.00,500.00,2020-01-15," + debtor
            + ",Hard Tofind,Europe/London\n");
    HttpUser.withPassword(port, SUPERVISOR_1).post("/api/debtors/" + debtor + "/channels",
        "{\"channel\": \"VISIT\", \"wanted\": false}");
    news.tellAll();
    return taskOf(debtor).getId();
  }

  private Task taskOf(String debtorId) {
    String cases = HttpUser.withPassword(port, SUPERVISOR_1).get("/api/cases?debtor=" + debtorId).body();
    String caseNumber = cases.replaceFirst("(?s).*\"caseNumber\":\"([^\"]+)\".*", "$1");
    return tasks.createTaskQuery().processDefinitionKey("find-debtor")
        .processInstanceBusinessKeyLike(caseNumber + "-F%").singleResult();
  }

  private String list(HttpUser user) {
    String filter = filters.createFilterQuery().filterName("Debtors to find").singleResult().getId();
    return user.postForHal(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=50",
        "{\"sorting\": [{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}]}");
  }

  private static HttpResponse<String> submit(HttpUser user, String task, String outcome, String field, String value) {
    return user.post(ENGINE + "/task/" + task + "/submit-form", "{\"variables\": {\"outcome\": {\"value\": \"" + outcome
        + "\", \"type\": \"String\"}, \"" + field + "\": {\"value\": \"" + value + "\", \"type\": \"String\"}}}");
  }

  @Test
  void aSupervisorFindsTheTaskAndEntersTheNumberThatHeFound() {
    String task = taskToFind();
    HttpUser supervisor = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");

    assertThat(list(supervisor)).contains(task, "EUR 500.00").doesNotContain("Tofind");
    assertThat(supervisor.get("/api/waiting-cases").body()).contains(debtor);
    assertThat(supervisor.get(ENGINE + "/task/" + task + "/form-variables").body()).doesNotContain("Tofind");
    supervisor.post(ENGINE + "/task/" + task + "/claim", "{\"userId\": \"supervisor1\"}");
    assertThat(supervisor.get(ENGINE + "/task/" + task + "/form-variables").body()).contains("Hard Tofind");
    assertThat(supervisor.get(ENGINE + "/task/" + task + "/deployed-form").body()).contains("Look again on");
    assertThat(supervisor.in("zh").get(ENGINE + "/task/" + task + "/deployed-form").body()).contains("再次查找日期");

    assertThat(submit(supervisor, task, "NOT_FOUND", "nextLook", "soon").body()).contains("再次查找日期");
    supervisor.in("en");
    HttpResponse<String> refused = submit(supervisor, task, "FOUND", "number", "020 7946 0100");
    assertThat(refused.body()).contains("number: must be a phone number with its country code")
        .doesNotContain("020 7946 0100");
    assertThat(submit(supervisor, task, "NOT_FOUND", "nextLook", "2099-01-01").body())
        .contains("nextLook: must lie ahead, not after");
    HttpUser other = HttpUser.loggedIn(port, SUPERVISOR_2, "tasklist");
    assertThat(submit(other, task, "FOUND", "number", "+442079460100").body()).contains("is worked by somebody else");
    assertThat(usableNumbers()).contains("\"usableNumbers\":0");

    assertThat(submit(supervisor, task, "FOUND", "number", "+44 20 7946 0100").statusCode()).isEqualTo(204);
    news.tellAll();

    assertThat(usableNumbers()).contains("\"usableNumbers\":1");
    assertThat(taskOf(debtor)).isNull();
    assertThat(supervisor.get("/api/waiting-cases").body()).doesNotContain(debtor);
    assertThat(list(supervisor)).doesNotContain(task);
  }

  private String usableNumbers() {
    return HttpUser.withPassword(port, COLLECTOR_1).get("/api/debtors/" + debtor + "/reachability").body()
        .replace(" ", "");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = {"SUPERVISOR_1", "SUPERVISOR_2", "ADMIN", "OPERATOR", "MANAGER_1", "OWNER_1",
      "COLLECTOR_2"})
  void nobodyOfAnotherGroupSeesOrDoesIt(DemoUser someone) {
    String task = taskToFind();
    HttpUser user = HttpUser.loggedIn(port, someone, "tasklist");

    assertThat(user.get(ENGINE + "/task").body()).doesNotContain(task);
    assertThat(user.get(ENGINE + "/task/" + task + "/form-variables").statusCode()).isIn(403, 404);
    cannotWorkOn(user, someone, task);
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMIN", "OPERATOR", "MANAGER_1", "OWNER_1"})
  void nobodyWhoLooksAfterRemitDoesIt(DemoUser someone) {
    String task = taskToFind();

    cannotWorkOn(HttpUser.withPassword(port, someone), someone, task);
  }

  private void cannotWorkOn(HttpUser user, DemoUser someone, String task) {
    assertThat(user.post(ENGINE + "/task/" + task + "/claim", "{\"userId\": \"" + someone.id() + "\"}").statusCode())
        .isIn(401, 403, 404);
    assertThat(submit(user, task, "FOUND", "number", "+442079460100").statusCode()).isIn(401, 403, 404);
    assertThat(submit(user, task, "NOT_FOUND", "note", "nowhere").statusCode()).isIn(401, 403, 404);
    assertThat(user.post(ENGINE + "/task/" + task + "/complete", "{}").statusCode()).isIn(401, 403, 404);
    assertThat(taskOf(debtor).getAssignee()).isNull();
    assertThat(usableNumbers()).contains("\"usableNumbers\":0");
  }
}
