package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.LEGAL_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.PARTNER_1;
import static io.remit.access.Office.ENGINE;
import static io.remit.access.Office.accepted;
import static io.remit.access.Office.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A law firm's people work on the suits that their firm has; no route and no guess shows them to anybody else's. */
@DemoTest
class LawFirmUserTest {

  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,time_zone,country,address\n";
  private static final String REPORT = "task_report_court_step";
  private static final String GROUP = "partnerlawfirm1";

  @LocalServerPort
  private int port;
  @Autowired
  private TaskService tasks;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private JdbcClient database;

  private Office office;
  private HttpUser lawyer;
  private String caseNumber;

  @BeforeEach
  void referASuit() {
    office = new Office(port);
    HttpUser administrator = HttpUser.loggedIn(port, ADMIN, "admin");
    if (!administrator.get(ENGINE + "/group?id=" + GROUP).body().contains(GROUP)) {
      accepted(administrator.post(ENGINE + "/group/create",
          "{\"id\": \"" + GROUP + "\", \"name\": \"Lex Law Firm\", \"type\": \"WORKFLOW\"}"));
    }
    lawyer = office.hire(administrator, "lawyer2", GROUP);
    HttpUser admin = HttpUser.withPassword(port, ADMIN);
    LocalDate today = LocalDate.parse(read(admin.get("/api/clock")).get("now").asText().substring(0, 10));
    String debtor = "SUED-" + System.nanoTime();
    accepted(HttpUser.withPassword(port, OPERATOR).postCsv("/api/intake/arrears", HEADER + debtor + "-1,CARD,EUR,"
        + "777.00,777.00," + today.minusDays(200) + "," + debtor + ",Sue Sued,Etc/UTC,,9 Hidden Lane\n"));
    caseNumber = read(admin.get("/api/cases?debtor=" + debtor)).get("items").get(0).get("caseNumber").asText();
    for (int days = 0; task("task_review_court_case") == null && days < 40; days += 4) {
      accepted(admin.post("/api/clock/advance", "{\"days\": 4}"));
    }
    HttpUser officer = HttpUser.loggedIn(port, LEGAL_1, "tasklist");
    String review = task("task_review_court_case").getId();
    accepted(officer.post(ENGINE + "/task/" + review + "/claim", "{\"userId\": \"legal1\"}"));
    accepted(submit(officer, review, Map.of("outcome", "APPROVED", "counsel", "lawfirm1")));
    accepted(admin.post("/api/clock/advance", "{\"days\": 1}"));
    assertThat(task(REPORT)).as("at the firm").isNotNull();
  }

  @AfterEach
  void dismiss() {
    office.close();
  }

  private Task task(String key) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(key).singleResult();
  }

  private static HttpResponse<String> submit(HttpUser user, String task, Map<String, String> fields) {
    String variables = fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\": {\"value\": \"" + field.getValue() + "\"}")
        .collect(Collectors.joining(", "));
    return user.post(ENGINE + "/task/" + task + "/submit-form", "{\"variables\": {" + variables + "}}");
  }

  @Test
  void aLawyerRecordsAStepAndNobodyElseSeesTheSuit() {
    Task report = task(REPORT);
    assertThat(lawyer.get(ENGINE + "/task/" + report.getId() + "/form-variables").body())
        .as("before it is claimed").contains(caseNumber).doesNotContain("Sue Sued");
    accepted(lawyer.post(ENGINE + "/task/" + report.getId() + "/claim", "{\"userId\": \"lawyer2\"}"));
    assertThat(lawyer.get(ENGINE + "/task/" + report.getId() + "/form-variables").body())
        .contains("Sue Sued", "9 Hidden Lane");
    String officers = task("task_record_court_result").getId();
    assertThat(lawyer.get(ENGINE + "/task/" + officers + "/form-variables").statusCode()).isEqualTo(403);
    assertThat(submit(lawyer, officers, Map.of("outcome", "WITHDRAWN")).statusCode()).isEqualTo(403);
    assertThat(submit(lawyer, report.getId(), Map.of("outcome", "WITHDRAWN")).body())
        .contains("outcome: must be one of FILED");
    assertThat(submit(lawyer, report.getId(), Map.of("outcome", "FILED", "court", "A court")).body())
        .contains("reference: needs 1 to 100 characters");

    noRouteShowsItTo(HttpUser.loggedIn(port, PARTNER_1, "tasklist"), HttpUser.withPassword(port, PARTNER_1), report);

    accepted(submit(lawyer, report.getId(), Map.of("outcome", "FILED", "court", "A court", "reference", "7")));
    assertThat(task("task_record_court_result").getId()).as("it moved on").isNotEqualTo(officers);
    assertThat(database.sql("select kind || ' ' || detail from audit_entry where case_number = :case"
        + " and user_id = 'lawyer2' order by event_id").param("case", caseNumber).query(String.class).list())
        .contains("VIEW " + REPORT, "OUTCOME " + REPORT + " FILED");
  }

  private void noRouteShowsItTo(HttpUser inTasklist, HttpUser overRest, Task report) {
    List<String> guesses = new ArrayList<>(List.of(caseNumber, report.getId(), report.getProcessInstanceId(),
        report.getExecutionId(), task("task_record_court_result").getId(), GROUP, "lawfirm1", "lawyer2"));
    runtime.createVariableInstanceQuery().taskIdIn(report.getId()).list()
        .forEach(variable -> guesses.add(variable.getId()));
    assertThat(GuessedRoutes.thatTell(Set.of(report.getId(), caseNumber, "SUED-", "Sue Sued", "777.00"), inTasklist,
        overRest, guesses, "{\"channel\": \"CALL\", \"userId\": \"partner1\", \"outcome\": \"FILED\"}")).isEmpty();
    assertThat(task(REPORT).getAssignee()).isEqualTo("lawyer2");
    assertThat(database.sql("select count(*) from audit_entry where case_number = :case and user_id = 'partner1'"
        + " and kind in ('VIEW', 'OUTCOME')").param("case", caseNumber).query(Long.class).single()).isZero();
  }
}
