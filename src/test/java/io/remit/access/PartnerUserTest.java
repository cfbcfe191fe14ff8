package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.OUTSOURCING_1;
import static io.remit.access.DemoUser.PARTNER_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.Office.ENGINE;
import static io.remit.access.Office.accepted;
import static io.remit.access.Office.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner's people work on the cases that their partner has; no route and no guess shows them another partner's. */
@DemoTest
class PartnerUserTest {

  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,time_zone,country,phone\n";
  private static final String WORK = "task_work_placed_case";
  private static final String OTHERS_GROUP = "partnerlawfirm1";

  @LocalServerPort
  private int port;
  @Autowired
  private TaskService tasks;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private FilterService filters;
  @Autowired
  private JdbcClient database;

  private Office office;
  private HttpUser partner;
  private HttpUser otherPartner;
  private String ours;
  private String theirs;

  @BeforeEach
  void placeACaseWithEach() {
    office = new Office(port);
    HttpUser administrator = HttpUser.loggedIn(port, ADMIN, "admin");
    if (!administrator.get(ENGINE + "/group?id=" + OTHERS_GROUP).body().contains(OTHERS_GROUP)) {
      accepted(administrator.post(ENGINE + "/group/create",
          "{\"id\": \"" + OTHERS_GROUP + "\", \"name\": \"Lex Law Firm\", \"type\": \"WORKFLOW\"}"));
    }
    otherPartner = office.hire(administrator, "partner2", OTHERS_GROUP);
    partner = HttpUser.loggedIn(port, PARTNER_1, "tasklist");
    String suffix = String.valueOf(System.nanoTime());
    ours = place("OURS-" + suffix, "Olga Ours", "460.00", "agency1");
    theirs = place("THEIRS-" + suffix, "Theo Theirs", "5000.00", "lawfirm1");
  }

  @AfterEach
  void dismiss() {
    office.close();
  }

  private String place(String debtorId, String name, String amount, String partnerId) {
    LocalDate today = LocalDate.parse(read(HttpUser.withPassword(port, ADMIN).get("/api/clock")).get("now").asText()
        .substring(0, 10));
    accepted(HttpUser.withPassword(port, OPERATOR).postCsv("/api/intake/arrears", HEADER + debtorId + "-1,CARD,EUR,"
        + amount + "," + amount + "," + today.minusDays(400) + "," + debtorId + "," + name + ",Etc/UTC,US,+8703012"
        + (amount.startsWith("5") ? "55555" : "44444") + "\n"));
    String caseNumber = read(HttpUser.withPassword(port, ADMIN).get("/api/cases?debtor=" + debtorId)).get("items")
        .get(0).get("caseNumber").asText();
    // until the next morning, when a partner may be looked for
    accepted(HttpUser.withPassword(port, ADMIN).post("/api/clock/advance", "{\"days\": 1}"));
    HttpUser officer = HttpUser.loggedIn(port, OUTSOURCING_1, "tasklist");
    String approval = task(caseNumber, "task_approve_placement").getId();
    accepted(officer.post(ENGINE + "/task/" + approval + "/claim", "{\"userId\": \"outsourcing1\"}"));
    accepted(submit(officer, approval, Map.of("outcome", "APPROVED", "partnerId", partnerId)));
    accepted(HttpUser.withPassword(port, ADMIN).post("/api/clock/advance", "{\"days\": 1}"));
    assertThat(task(caseNumber, WORK)).as("handed over").isNotNull();
    return caseNumber;
  }

  private Task task(String caseNumber, String key) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(key).singleResult();
  }

  private static HttpResponse<String> submit(HttpUser user, String task, Map<String, String> fields) {
    String variables = fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\": {\"value\": \"" + field.getValue() + "\"}")
        .collect(Collectors.joining(", "));
    return user.post(ENGINE + "/task/" + task + "/submit-form", "{\"variables\": {" + variables + "}}");
  }

  private String list(HttpUser user) {
    String filter = filters.createFilterQuery().filterName("Placed with us").singleResult().getId();
    return user.postForHal(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=50", "{}");
  }

  @Test
  void aPartnersPersonFindsClaimsAsksReportsAndGivesBack() {
    Task task = task(ours, WORK);
    assertThat(list(partner)).contains(task.getId(), "EUR 460.00").doesNotContain(task(theirs, WORK).getId());
    assertThat(partner.get(ENGINE + "/task/" + task.getId() + "/form-variables").body())
        .as("before it is claimed").contains(ours).doesNotContain("Olga");
    accepted(partner.post(ENGINE + "/task/" + task.getId() + "/claim", "{\"userId\": \"partner1\"}"));
    assertThat(partner.get(ENGINE + "/task/" + task.getId() + "/form-variables").body()).contains("Olga Ours")
        .doesNotContain("OURS-", "Theo");
    assertThat(partner.get(ENGINE + "/task/" + task.getId() + "/deployed-form").body()).contains("Give the case back");

    JsonNode answer = read(partner.post("/api/cases/" + ours + "/contacts", "{\"channel\": \"CALL\"}"));
    assertThat(answer.at("/rule").asText()).isNotEmpty();
    assertThat(answer.at("/allowed").asBoolean()).isEqualTo(answer.hasNonNull("address"));

    accepted(submit(partner, task.getId(), Map.of("outcome", "DISPUTED", "contactBy", "CALL", "initiative", "DEBTOR",
        "note", "says it is a mix-up")));
    assertThat(read(HttpUser.withPassword(port, SUPERVISOR_1).get("/api/cases/" + ours)).at("/status").asText())
        .isEqualTo("HELD");
    Task next = task(ours, WORK);
    accepted(partner.post(ENGINE + "/task/" + next.getId() + "/claim", "{\"userId\": \"partner1\"}"));
    accepted(submit(partner, next.getId(), Map.of("outcome", "GIVEN_BACK", "contactBy", "CALL")));
    assertThat(task(ours, WORK)).isNull();
    assertThat(task(ours, "task_follow_placement")).isNull();
    assertThat(partner.post("/api/cases/" + ours + "/contacts", "{\"channel\": \"CALL\"}").statusCode())
        .as("not theirs any more").isEqualTo(403);
    assertThat(database.sql("select kind || ' ' || detail from audit_entry where case_number = :case"
        + " and user_id = 'partner1' order by event_id").param("case", ours).query(String.class).list())
        .contains("VIEW task_work_placed_case", "OUTCOME task_work_placed_case DISPUTED",
            "OUTCOME task_work_placed_case GIVEN_BACK");
  }

  @Test
  void whoHasSeenChangedOrReceivedADebtorsDataIsToldInOneCall() {
    String debtorId = database.sql("select debtor_id from collection_case where case_number = :case")
        .param("case", ours).query(String.class).single();
    String placed = task(ours, WORK).getId();
    accepted(partner.post(ENGINE + "/task/" + placed + "/claim", "{\"userId\": \"partner1\"}"));
    accepted(partner.get(ENGINE + "/task/" + placed + "/form-variables"));
    accepted(HttpUser.withPassword(port, COLLECTOR_1).get("/api/cases/" + ours));

    HttpUser supervisor = HttpUser.withPassword(port, SUPERVISOR_1);
    accepted(supervisor.get("/api/debtors/" + debtorId + "/access-report"));
    JsonNode items = read(supervisor.get("/api/debtors/access-report?debtor=" + debtorId)).get("items");

    List<String> told = new ArrayList<>();
    items.forEach(item -> told.add(item.get("how").asText() + " " + item.get("who").asText() + " "
        + item.get("what").asText() + " " + item.get("caseNumber").asText()));
    assertThat(told).contains("RECEIVED agency1 BATCH " + ours, "RECEIVED agency1 PLACEMENT " + ours,
        "SEEN partner1 VIEW " + ours, "CHANGED partner1 CHANGE " + ours, "SEEN collector1 VIEW " + ours,
        "CHANGED remit OPENED " + ours, "SEEN supervisor1 VIEW null").noneMatch(line -> line.contains(theirs));
    assertThat(items.findValuesAsText("at")).as("the oldest first").isSorted();
  }

  @Test
  void noRouteAndNoGuessShowsAnotherPartnersCase() {
    Task others = task(theirs, WORK);
    List<String> guesses = new ArrayList<>(List.of(theirs, others.getId(), others.getProcessInstanceId(),
        others.getExecutionId(), task(theirs, "task_follow_placement").getId(), OTHERS_GROUP, "lawfirm1", "partner2"));
    runtime.createVariableInstanceQuery().taskIdIn(others.getId()).list()
        .forEach(variable -> guesses.add(variable.getId()));
    assertThat(GuessedRoutes.thatTell(Set.of(others.getId(), theirs, "THEIRS-", "Theo", "5000.00"), partner,
        HttpUser.withPassword(port, PARTNER_1), guesses,
        "{\"channel\": \"CALL\", \"userId\": \"partner1\", \"outcome\": \"REFUSED\"}")).isEmpty();
    assertThat(task(theirs, WORK)).satisfies(still -> {
      assertThat(still.getId()).isEqualTo(others.getId());
      assertThat(still.getAssignee()).isNull();
    });
    assertThat(database.sql("select count(*) from audit_entry where case_number = :case and user_id = 'partner1'"
        + " and kind in ('VIEW', 'OUTCOME')").param("case", theirs).query(Long.class).single()).isZero();
  }

  @Test
  void noQueryFindsAnotherPartnersTask() {
    Task others = task(theirs, WORK);
    String filter = filters.createFilterQuery().filterName("Placed with us").singleResult().getId();
    long own = tasks.createTaskQuery().taskCandidateGroup("partneragency1").includeAssignedTasks().count();
    for (String query : List.of("processInstanceBusinessKey=" + theirs, "processInstanceBusinessKeyLike=C%25",
        "candidateGroup=" + OTHERS_GROUP, "candidateGroups=" + OTHERS_GROUP + ",partneragency1", "unassigned=true",
        "processInstanceId=" + others.getProcessInstanceId(), "taskDefinitionKey=" + WORK,
        "processDefinitionKey=partner-case", "taskVariables=overdueAmount_eq_EUR%205000.00", "involvedUser=partner2")) {
      HttpResponse<String> answer = partner.get(ENGINE + "/task?" + query);
      assertThat(answer.body()).as(query).doesNotContain(others.getId(), others.getProcessInstanceId());
    }
    for (String query : List.of("{\"processInstanceBusinessKey\": \"" + theirs + "\"}",
        "{\"candidateGroup\": \"" + OTHERS_GROUP + "\"}",
        "{\"orQueries\": [{\"taskDefinitionKey\": \"" + WORK + "\"}]}",
        "{\"taskVariables\": [{\"name\": \"overdueAmount\", \"operator\": \"eq\", \"value\": \"EUR 5000.00\"}]}")) {
      assertThat(partner.post(ENGINE + "/filter/" + filter + "/list", query).body()).as(query)
          .doesNotContain(others.getId());
      HttpResponse<String> count = partner.post(ENGINE + "/filter/" + filter + "/count", query);
      assertThat(count.statusCode() >= 400 || read(count).at("/count").asLong() <= own).as(query + count.body())
          .isTrue();
    }
    assertThat(read(partner.get(ENGINE + "/history/user-operation"))).allSatisfy(operation ->
        assertThat(operation.at("/userId").asText()).isEqualTo("partner1"));
    assertThat(partner.get(ENGINE + "/user").body()).doesNotContain("partner2");
    assertThat(partner.post(ENGINE + "/task/" + others.getId() + "/claim", "{\"userId\": \"partner1\"}").statusCode())
        .isEqualTo(403);
    assertThat(submit(partner, others.getId(), Map.of("outcome", "GIVEN_BACK", "contactBy", "CALL")).statusCode())
        .isEqualTo(403);
    assertThat(list(otherPartner)).contains(others.getId()).doesNotContain(task(ours, WORK).getId());
  }

  @Test
  void ourOwnStaffWorkNoPartnersTask() {
    String others = task(theirs, WORK).getId();
    for (DemoUser user : List.of(COLLECTOR_1, OUTSOURCING_1)) {
      HttpUser staff = HttpUser.loggedIn(port, user, "tasklist");
      assertThat(staff.post(ENGINE + "/task/" + others + "/claim", "{\"userId\": \"" + user.id() + "\"}").statusCode())
          .as(user.id()).isEqualTo(403);
      assertThat(submit(staff, others, Map.of("outcome", "GIVEN_BACK", "contactBy", "CALL")).statusCode())
          .as(user.id()).isEqualTo(403);
    }
  }
}
