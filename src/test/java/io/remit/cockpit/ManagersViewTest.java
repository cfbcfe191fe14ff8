package io.remit.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.WithoutMocks;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;

/** What managers are told of a process and of why a case is where it is. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithoutMocks
@ActiveProfiles({"demo", "test"})
@Tag("web-apps")
class ManagersViewTest {

  private static final String HEAT = "/api/processes/collection-case/heat";

  @Autowired
  private TestRestTemplate http;

  @Test
  void theHeatMapHasEveryElementOfTheModelAndTheCasesAtIt() {
    openCase("HEAT-1", 45);
    JsonNode heat = get(HEAT);

    assertThat(heat.get("process").asText()).isEqualTo("collection-case");
    assertThat(heat.get("to").asText()).isEqualTo(today().toString());
    assertThat(heat.get("from").asText()).isEqualTo(today().minusMonths(1).toString());
    assertThat(heat.get("elements").findValuesAsText("id")).contains("case_opened", "in_collection", "stage_visit",
        "timer_visit_due", "send_visit_message", "held", "end_cured").doesNotHaveDuplicates();
    JsonNode stage = element(heat, "stage_telephone");
    assertThat(stage.get("name").asText()).isEqualTo("TELEPHONE");
    assertThat(stage.get("within").asText()).isEqualTo("In collection");
    assertThat(stage.get("type").asText()).isEqualTo("subProcess");
    assertThat(stage.get("waiting").asLong()).isPositive();
    assertThat(stage.get("waitingMedianSeconds").asLong()).isLessThanOrEqualTo(stage.get("waitingP90Seconds").asLong());
    assertThat(element(heat, "decide_stage").get("cases").asLong()).isPositive();
    assertThat(element(heat, "decide_stage").get("waitingMedianSeconds").isNull()).isTrue();
  }

  @Test
  void aHeatMapIsOfAPeriodThatIsOver() {
    LocalDate before = today().minusYears(1);
    JsonNode heat = get(HEAT + "?from=" + before.minusDays(1) + "&to=" + before);

    assertThat(heat.get("elements")).allSatisfy(each -> assertThat(each.get("passages").asLong()).isZero());
    assertThat(refused(HEAT + "?to=" + today().plusDays(1))).isEqualTo("to: is ahead of today");
    assertThat(refused(HEAT + "?from=" + today() + "&to=" + before)).isEqualTo("from: is after " + before);
    assertThat(refused(HEAT + "?from=yesterday")).startsWith("from: must be a date");
    assertThat(refused(HEAT + "?from=-999999999-01-01")).startsWith("from: ");
    assertThat(ask("/api/processes/no-such-process/heat").getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void theSameIsToldAsCsv() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.ACCEPT, "text/csv");
    String csv = manager().exchange(HEAT, HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();

    assertThat(csv.lines().findFirst()).hasValue("element,name,within,type,cases,passages,median_seconds,p90_seconds,"
        + "waiting,waiting_median_seconds,waiting_p90_seconds");
    assertThat(csv.lines()).hasSize(1 + get(HEAT).get("elements").size())
        .anyMatch(line -> line.startsWith("stage_visit,VISIT,In collection,subProcess,"));
  }

  @Test
  void aManagerReadsByWhichRuleACaseIsInItsStageWhatItWaitsForAndWhatComesNext() {
    waitForTheNight();
    String caseNumber = openCase("WHY-1", 45);

    JsonNode why = get("/api/cases/" + caseNumber + "/standing");

    assertThat(why.get("status").asText()).isEqualTo("OPEN");
    JsonNode stage = why.get("stage");
    assertThat(stage.get("stage").asText()).isEqualTo("TELEPHONE");
    assertThat(stage.get("ofAge").asText()).isEqualTo("TELEPHONE");
    assertThat(stage.get("daysPastDue").asInt()).isEqualTo(45);
    assertThat(stage.get("fromDays").asInt()).isEqualTo(30);
    assertThat(stage.get("since").asText()).startsWith(today().toString());
    assertThat(why.get("waits")).singleElement().satisfies(wait -> {
      assertThat(wait.get("key").asText()).isEqualTo(caseNumber);
      assertThat(wait.get("element").asText()).isEqualTo("telephone_treatment_due");
      assertThat(wait.get("name").asText()).isEqualTo("Next contact allowed");
      assertThat(wait.get("task").isNull()).isTrue();
    });
    assertThat(why.get("steps").findValuesAsText("element"))
        .containsExactly("telephone_treatment_due", "timer_visit_due");
    LocalDate visitDue = today().plusDays(90 - 45);
    assertThat(why.get("steps").get(1).get("at").asText()).isEqualTo(visitDue + "T06:00:00Z");
    assertThat(why.get("next").get("stage").asText()).isEqualTo("VISIT");
    assertThat(why.get("next").get("earliest").asText()).isEqualTo(visitDue.toString());
    assertThat(why.get("contact").get("channel").asText()).isEqualTo("CALL");
    assertThat(why.get("contact").get("timeZone").asText()).isEqualTo("Europe/London");
    assertThat(why.get("denied").isNull()).isTrue();
    assertThat(why.get("pauses")).isEmpty();
    assertThat(why.get("treatment").isNull()).as("nothing was decided yet").isTrue();
    assertThat(get("/api/audit?caseNumber=" + caseNumber + "&user=manager1").toString())
        .contains("GET /api/cases/{caseNumber}/standing");
  }

  @Test
  void aCaseOnHoldTellsWhatPausesItAndWhoDecides() {
    String caseNumber = openCase("WHY-2", 45);
    LocalDate review = today().plusDays(20);
    post("supervisor1", "/api/cases/" + caseNumber + "/holds", MediaType.APPLICATION_JSON,
        "{\"reason\": \"INSOLVENCY\", \"reviewOn\": \"" + review + "\"}");

    JsonNode why = get("/api/cases/" + caseNumber + "/standing");

    assertThat(why.get("status").asText()).isEqualTo("HELD");
    assertThat(why.get("pauses")).singleElement().satisfies(pause -> {
      assertThat(pause.get("kind").asText()).isEqualTo("HOLD");
      assertThat(pause.get("what").asText()).isEqualTo("INSOLVENCY");
      assertThat(pause.get("stops").asText()).isEqualTo("ALL");
      assertThat(pause.get("by").asText()).isEqualTo("supervisor1");
      assertThat(pause.get("reviewOn").asText()).isEqualTo(review.toString());
    });
    assertThat(why.get("waits").findValuesAsText("element")).containsExactly("held", "task_review_hold");
    JsonNode decision = why.get("waits").get(1);
    assertThat(decision.get("key").asText()).startsWith(caseNumber + "-H");
    assertThat(decision.get("task").get("groups").toString()).isEqualTo("[\"supervisors\"]");
    assertThat(why.get("contact").get("decision").get("rule").asText()).isEqualTo("on-hold");
    assertThat(why.get("next").isNull()).as("it does not grow").isTrue();
  }

  @Test
  void whatTheGateDeniedLastIsTold() {
    waitForTheNight();
    String caseNumber = openCase("WHY-4", 10);
    post("collector1", "/api/cases/" + caseNumber + "/contacts", MediaType.APPLICATION_JSON,
        "{\"channel\": \"VISIT\"}");

    JsonNode why = get("/api/cases/" + caseNumber + "/standing");

    assertThat(why.get("stage").get("stage").asText()).isEqualTo("MESSAGE");
    assertThat(why.get("contact").isNull()).as("nobody calls in this stage").isTrue();
    assertThat(why.get("denied").get("channel").asText()).isEqualTo("VISIT");
    assertThat(why.get("denied").get("decision").get("rule").asText()).isEqualTo("channel-not-in-stage");
  }

  @Test
  void aClosedCaseWaitsForNothing() {
    String caseNumber = openCase("WHY-3", 45);
    post("supervisor1", "/api/cases/" + caseNumber + "/withdrawal", MediaType.APPLICATION_JSON,
        "{\"reason\": \"sold\"}");

    JsonNode why = get("/api/cases/" + caseNumber + "/standing");

    assertThat(why.get("closeReason").asText()).isEqualTo("WITHDRAWN");
    assertThat(why.get("waits")).isEmpty();
    assertThat(why.get("steps")).isEmpty();
    assertThat(why.get("contact").isNull()).isTrue();
    assertThat(ask("/api/cases/C0/standing").getStatusCode().value()).isEqualTo(404);
  }

  /** When nobody may be contacted, so that cases that are opened have to wait. */
  private void waitForTheNight() {
    post("admin", "/api/clock/advance", MediaType.APPLICATION_JSON,
        "{\"to\": \"" + today().plusDays(1) + "T02:00:00Z\"}");
  }

  private static JsonNode element(JsonNode heat, String id) {
    for (JsonNode each : heat.get("elements")) {
      if (each.get("id").asText().equals(id)) {
        return each;
      }
    }
    throw new AssertionError(id + " is not in " + heat);
  }

  /** @param number of the debtor's one account, and his id */
  private String openCase(String number, int daysPastDue) {
    post("operator", "/api/intake/arrears", new MediaType("text", "csv"),
        "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,"
            + "phone,time_zone\n" + number + ",CARD,EUR,80.00,30.00," + today().minusDays(daysPastDue) + "," + number
            + ",Eve Example,+442079460001,Europe/London\n");
    return get("/api/cases?debtor=" + number).get("items").get(0).get("caseNumber").asText();
  }

  private LocalDate today() {
    JsonNode clock = http.withBasicAuth("admin", "admin").getForObject("/api/clock", JsonNode.class);
    return LocalDate.parse(clock.get("now").asText().substring(0, 10));
  }

  private TestRestTemplate manager() {
    return http.withBasicAuth("manager1", "manager1");
  }

  private ResponseEntity<JsonNode> ask(String route) {
    return manager().getForEntity(route, JsonNode.class);
  }

  private JsonNode get(String route) {
    ResponseEntity<JsonNode> answer = ask(route);
    assertThat(answer.getStatusCode().value()).as("%s", answer).isEqualTo(200);
    return answer.getBody();
  }

  private String refused(String route) {
    ResponseEntity<JsonNode> answer = ask(route);
    assertThat(answer.getStatusCode().value()).as("%s", answer).isEqualTo(400);
    return answer.getBody().get("detail").asText();
  }

  private void post(String user, String route, MediaType type, String body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(type);
    ResponseEntity<JsonNode> answer = http.withBasicAuth(user, user).exchange(route, HttpMethod.POST,
        new HttpEntity<>(body, headers), JsonNode.class);
    assertThat(answer.getStatusCode().is2xxSuccessful()).as("%s", answer).isTrue();
  }
}
