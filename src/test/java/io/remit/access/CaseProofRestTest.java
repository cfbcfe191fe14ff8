package io.remit.access;

import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.cases.BusinessCalendar;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator asks whether every case is as it should be, puts right what is not, and exports the event log. */
@OnBothDatabases
class CaseProofRestTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @LocalServerPort
  private int port;
  @Autowired
  private FilterService filters;
  @Autowired
  private JdbcClient database;
  @Autowired
  private BusinessCalendar calendar;
  private String account;

  private String opened() {
    account = "PROVEN-" + NUMBERS.incrementAndGet();
    HttpResponse<String> loaded = HttpUser.withPassword(port, OPERATOR).postCsv("/api/intake/arrears",
        "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,"
            + "email,time_zone\n" + account + ",LOAN,EUR,500.00,500.00," + calendar.today().minusDays(10)
            + ",DEBTOR-OF-" + account + ",Nora Nameless,nora@example.org,Europe/London\n");
    assertThat(read(loaded).path("rejected").size()).as(loaded.body()).isZero();
    return database.sql("select case_number from account where account_number = :account").param("account", account)
        .query(String.class).single();
  }

  private void forget(String caseNumber, String element) {
    assertThat(database.sql("""
        delete from act_hi_actinst where act_id_ = :element and proc_inst_id_ =
          (select process_instance_id from collection_case where case_number = :case)
        """).param("element", element).param("case", caseNumber).update()).isPositive();
  }

  private static List<String> rules(JsonNode proof) {
    return StreamSupport.stream(proof.path("findings").spliterator(), false).map(one -> one.path("rule").asText())
        .toList();
  }

  private JsonNode taskOf(HttpUser user, String caseNumber) {
    String proof = "PROOF" + database.sql("""
        select proof_id from case_proof where case_number = :case order by proof_id desc limit 1
        """).param("case", caseNumber).query(Long.class).single();
    return read(user.get(ENGINE + "/task?processInstanceBusinessKey=" + proof)).path(0);
  }

  private static HttpResponse<String> submit(HttpUser user, String task, String outcome, String note) {
    return user.post(ENGINE + "/task/" + task + "/submit-form", "{\"variables\": {\"outcome\": {\"value\": \"" + outcome
        + "\", \"type\": \"String\"}, \"note\": {\"value\": \"" + note + "\", \"type\": \"String\"}}}");
  }

  @Test
  void anOperatorFindsTheCaseThatIsNotRightInTasklistAndSaysWhyItStaysSo() {
    String sound = opened();
    String broken = opened();
    forget(broken, "decide_stage");
    HttpUser operator = HttpUser.loggedIn(port, OPERATOR, "tasklist");

    JsonNode checked = read(HttpUser.withPassword(port, OPERATOR).post("/api/case-proofs", ""));
    assertThat(checked.path("cases").asLong()).isGreaterThanOrEqualTo(2);
    JsonNode whole = read(operator.get("/api/case-proofs/" + sound));
    assertThat(whole.path("findings")).isEmpty();
    assertThat(whole.path("state").asText()).isEqualTo("WAITS_FOR_DAY");
    assertThat(whole.path("waitsAt").asText()).endsWith("_treatment_due");
    assertThat(whole.path("until").asText()).isNotEmpty();
    assertThat(rules(read(operator.get("/api/case-proofs/" + broken)))).contains("MISSING_STEP");
    assertThat(operator.get("/api/case-proofs").body()).contains(broken).doesNotContain(sound);
    assertThat(operator.get("/api/case-proofs/C1-NONE").statusCode()).isEqualTo(404);

    String task = taskOf(operator, broken).path("id").asText();
    String filter = filters.createFilterQuery().filterName("Cases to put right").singleResult().getId();
    assertThat(operator.postForHal(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=50",
        "{\"sorting\": [{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}]}")).contains(task);
    HttpUser collector = HttpUser.loggedIn(port, COLLECTOR_1, "tasklist");
    assertThat(collector.get(ENGINE + "/task/" + task + "/form-variables").statusCode()).isIn(403, 404);
    assertThat(submit(collector, task, "KNOWN", "mine").statusCode()).isIn(403, 404);

    assertThat(operator.post(ENGINE + "/task/" + task + "/claim", "{\"userId\": \"operator\"}").statusCode())
        .isEqualTo(204);
    assertThat(operator.get(ENGINE + "/task/" + task + "/form-variables").body())
        .contains(broken, "A step is missing", "Decide stage by aging decide_stage").doesNotContain("Nameless");
    assertThat(operator.in("zh").get(ENGINE + "/task/" + task + "/form-variables").body()).contains("缺少一个步骤");
    operator.in("en");
    assertThat(submit(operator, task, "PUT_RIGHT", "").body()).contains("outcome: the case is not right yet");
    assertThat(submit(operator, task, "KNOWN", "").body()).contains("note: say why it stays as it is");
    assertThat(submit(operator, task, "KNOWN", "history was lost in a restore").statusCode()).isEqualTo(204);

    HttpUser.withPassword(port, OPERATOR).post("/api/case-proofs", "");
    assertThat(taskOf(operator, broken).isMissingNode()).as("nobody is asked again").isTrue();
    forget(broken, "opened_on_hold");
    HttpUser.withPassword(port, OPERATOR).post("/api/case-proofs", "");
    assertThat(taskOf(operator, broken).isMissingNode()).as("something else is found").isFalse();
  }

  @Test
  void theLogOfAllCasesComesInBothFormatsWithoutPersonalData() {
    String caseNumber = opened();
    HttpUser manager = HttpUser.withPassword(port, MANAGER_1);

    HttpResponse<String> xes = manager.get("/api/event-log.xes");
    HttpResponse<String> ocel = manager.get("/api/event-log.jsonocel");

    assertThat(xes.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/xml");
    assertThat(xes.body()).startsWith("<?xml").endsWith("</log>")
        .contains("<trace><string key=\"concept:name\" value=\"" + caseNumber + "\"");
    assertThat(StreamSupport.stream(read(ocel).path("objects").spliterator(), false)
        .map(object -> object.path("id").asText())).contains(caseNumber, caseNumber + "-ACCOUNT1");
    assertThat(xes.body() + ocel.body()).doesNotContain(account, "Nameless", "nora", "DEBTOR-OF");
    assertThat(manager.get("/api/audit?kind=LIST&size=20").body()).contains("/api/event-log.xes");
  }
}
