package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.COLLECTOR_2;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.BusinessCalendar;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads over the web apps sees no debtor but in the form of a task that is his, and nothing happens by reading. */
@OnBothDatabases
class ReadingTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,time_zone,phone,email,address\n";
  private static final String PERSONAL = "Secret Name|\\+87030123455|secret\\d@example|Secret Street";
  /** What a contact, or its refusal, is written into. */
  private static final List<String> TABLES =
      List.of("contact_attempt", "case_event", "collection_case", "hold", "promise");

  @LocalServerPort
  private int port;
  @Autowired
  private TaskService tasks;
  @Autowired
  private JdbcClient database;
  @Autowired
  private BusinessCalendar calendar;

  @BeforeEach
  void callsAreDue() {
    if (calls().isEmpty()) {
      StringBuilder file = new StringBuilder(HEADER);
      for (int i = 1; i <= 3; i++) {
        file.append(("READ-%d,LOAN,EUR,500,500,%s,READ-D%d,Secret Name %d,Europe/Berlin,+87030123455%d,"
            + "secret%d@example.com,")
            .formatted(i, calendar.today().minusDays(60), i, i, i, i)).append("Secret Street ").append(i).append('\n');
      }
      assertThat(HttpUser.withPassword(port, OPERATOR).postCsv("/api/intake/arrears", file.toString()).body())
          .contains("\"opened\":3");
      assertThat(HttpUser.withPassword(port, ADMIN).post("/api/clock/advance", "{\"days\": 4}").statusCode())
          .isEqualTo(200);
    }
    assertThat(calls()).hasSize(3).allSatisfy(call -> tasks.setAssignee(call.getId(), null));
  }

  @Test
  void nobodySeesADebtorInWhatTheEngineTellsAndNothingHappens() {
    Map<String, Long> before = rows();
    for (DemoUser user : List.of(COLLECTOR_1, SUPERVISOR_1, MANAGER_1, OPERATOR, ADMIN)) {
      HttpUser reader = HttpUser.loggedIn(port, user,
          user == COLLECTOR_1 || user == SUPERVISOR_1 ? "tasklist" : "cockpit");
      for (String way : List.of("/variable-instance?deserializeValues=false",
          "/variable-instance?deserializeValues=true",
          "/variable-instance?variableName=caseView", "/history/variable-instance",
          "/history/variable-instance?variableName=caseView&deserializeValues=true",
          "/task?withTaskVariablesInReturn=true", "/history/detail?deserializeValues=true")) {
        assertThat(reader.get(ENGINE + way).body()).as("%s by %s", way, user).doesNotContainPattern(PERSONAL);
      }
      assertThat(reader.post(ENGINE + "/variable-instance", "{\"variableName\": \"caseView\"}").body())
          .doesNotContainPattern(PERSONAL);
      for (Task call : calls()) {
        for (String way : List.of("/form-variables", "/variables", "/localVariables", "/localVariables/caseView",
            "/form-variables?deserializeValues=false", "/form-variables/", "/rendered-form")) {
          assertThat(reader.get(ENGINE + "/task/" + call.getId() + way).body()).as("%s by %s", way, user)
              .doesNotContainPattern(PERSONAL);
        }
      }
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void theFormShowsTheCaseToTheAssigneeOfItsTaskAloneAndTakesNoTurn() {
    Task call = calls().get(0);
    tasks.setAssignee(call.getId(), COLLECTOR_1.id());
    Map<String, Long> before = rows();

    assertThat(form(COLLECTOR_1, call)).contains("Secret Name", "Secret Street");
    assertThat(form(COLLECTOR_2, call)).doesNotContainPattern(PERSONAL);
    assertThat(form(SUPERVISOR_1, call)).doesNotContainPattern(PERSONAL).contains("Claim the task");

    tasks.setAssignee(call.getId(), COLLECTOR_2.id());
    assertThat(form(COLLECTOR_1, call)).doesNotContainPattern(PERSONAL);
    assertThat(form(COLLECTOR_2, call)).contains("Secret Name");
    assertThat(rows()).isEqualTo(before);
  }

  private String form(DemoUser user, Task call) {
    HttpResponse<String> answer = HttpUser.loggedIn(port, user, "tasklist")
        .get(ENGINE + "/task/" + call.getId() + "/form-variables?deserializeValues=false");
    return answer.body();
  }

  private List<Task> calls() {
    return tasks.createTaskQuery().taskDefinitionKey("task_call_debtor").list().stream()
        .filter(call -> debtorOf(call).startsWith("READ-")).toList();
  }

  private String debtorOf(Task call) {
    return database.sql("""
        select debtor_id from collection_case c join act_ru_execution e on e.business_key_ like c.case_number || '%'
         where e.id_ = :instance
        """).param("instance", call.getProcessInstanceId()).query(String.class).optional().orElse("");
  }

  private Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    TABLES.forEach(table -> rows.put(table, database.sql("select count(*) from " + table).query(Long.class).single()));
    return rows;
  }
}
