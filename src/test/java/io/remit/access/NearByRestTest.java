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
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.partner.PartnersForTests;
import java.time.LocalDate;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Part-time collectors see over REST and in Tasklist what is offered to them, and nobody else does. */
@DemoTest
class NearByRestTest {

  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,time_zone,country,city,phone\n";

  @LocalServerPort
  private int port;
  @Autowired
  private TaskService tasks;
  @Autowired
  private FilterService filters;
  @Autowired
  private ObjectMapper json;

  private Office office;
  private HttpUser admin;
  private HttpUser one;
  private HttpUser two;
  private HttpUser inTasklist;
  private String caseNumber;

  @BeforeEach
  void offerACase() {
    office = new Office(port);
    admin = HttpUser.withPassword(port, ADMIN);
    HttpUser administrator = HttpUser.loggedIn(port, ADMIN, "admin");
    inTasklist = collector(administrator, "nearone");
    collector(administrator, "neartwo");
    one = HttpUser.withPassword(port, "nearone1", Office.password("nearone1"));
    two = HttpUser.withPassword(port, "neartwo1", Office.password("neartwo1"));
    String debtor = "NEAR-" + System.nanoTime();
    accepted(HttpUser.withPassword(port, OPERATOR).postCsv("/api/intake/arrears", HEADER + debtor + "-1,CARD,EUR,"
        + "333.00,333.00," + today().minusDays(400) + "," + debtor + ",Nina Near,Atlantic/Reykjavik,IS,Reykjavik,"
        + "+8703012" + (10_000 + System.nanoTime() % 80_000) + "\n"));
    caseNumber = read(admin.get("/api/cases?debtor=" + debtor)).get("items").get(0).get("caseNumber").asText();
    for (int days = 0; approval() == null && days < 5; days++) {
      accepted(admin.post("/api/clock/advance", "{\"days\": 1}"));
    }
    HttpUser officer = HttpUser.loggedIn(port, OUTSOURCING_1, "tasklist");
    String task = approval().getId();
    accepted(officer.post(ENGINE + "/task/" + task + "/claim", "{\"userId\": \"outsourcing1\"}"));
    accepted(officer.post(ENGINE + "/task/" + task + "/submit-form", "{\"variables\": {\"outcome\": {\"value\":"
        + " \"APPROVED\"}, \"partnerId\": {\"value\": \"NEARBY\"}}}"));
  }

  @AfterEach
  void dismiss() {
    office.close();
  }

  private Task approval() {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey("task_approve_placement")
        .singleResult();
  }

  private LocalDate today() {
    return LocalDate.parse(read(admin.get("/api/clock")).get("now").asText().substring(0, 10));
  }

  private HttpUser collector(HttpUser administrator, String id) {
    HttpUser officer = HttpUser.withPassword(port, OUTSOURCING_1);
    if (officer.get("/api/partners/" + id).statusCode() == 404) {
      accepted(administrator.post(ENGINE + "/group/create",
          "{\"id\": \"partner" + id + "\", \"name\": \"" + id + "\", \"type\": \"WORKFLOW\"}"));
      accepted(officer.post("/api/partners", """
          {"partnerId": "%s", "partner": {"name": "Near", "kind": "PART_TIME_COLLECTOR", "places": ["IS/Reykjavik"],
           "products": [], "fieldsOfLaw": [], "capacity": 5, "channels": ["CALL"], "dataFields": ["DEBTOR_NAME"],
           "licence": {"number": "L", "authority": "A", "expires": "2099-12-31"},
           "contract": {"begins": "2000-01-01", "ends": "2099-12-31"}, "commission": [{"fromDays": 0, "percent": 30}]}}
          """.formatted(id)));
      String fingerprint = read(officer.post("/api/partners/" + id + "/key", json.createObjectNode()
          .put("armoured", PartnersForTests.PAIR.armoredPublicKey()).toString())).at("/key/fingerprint").asText();
      accepted(HttpUser.withPassword(port, SUPERVISOR_1).post("/api/partners/" + id + "/key/confirmation",
          "{\"fingerprint\": \"" + fingerprint + "\"}"));
    }
    return office.hire(administrator, id + "1", "partner" + id);
  }

  private JsonNode newest(HttpUser user) {
    JsonNode offers = read(user.get("/api/near-by"));
    return offers.get(offers.size() - 1);
  }

  @Test
  void oneTakesItTheOtherReadsThatSomebodyWasFasterAndNobodyElseSeesIt() {
    String filter = filters.createFilterQuery().filterName("Cases near you").singleResult().getId();
    assertThat(inTasklist.postForHal(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=50", "{}"))
        .contains("task_take_near_by_case");
    JsonNode ours = newest(one);
    long offer = ours.at("/offer").asLong();
    long theirs = newest(two).at("/offer").asLong();
    assertThat(ours.at("/amount").asText()).isEqualTo("EUR 250-500");
    assertThat(ours.toString()).contains("Reykjavik").doesNotContain("Nina", "333", caseNumber, "NEAR-");
    assertThat(HttpUser.withPassword(port, PARTNER_1).get("/api/near-by").body()).isEqualTo("[]");
    assertThat(HttpUser.withPassword(port, COLLECTOR_1).get("/api/near-by").statusCode()).isEqualTo(403);

    String no = "{\"knowsDebtor\": \"NO\"}";
    assertThat(one.post("/api/near-by/" + theirs + "/taking", no).statusCode()).as("offered to another")
        .isEqualTo(404);
    assertThat(HttpUser.withPassword(port, PARTNER_1).post("/api/near-by/" + offer + "/taking", no).statusCode())
        .isEqualTo(404);
    assertThat(one.post("/api/near-by/999999999/taking", no).statusCode()).isEqualTo(404);
    assertThat(one.post("/api/near-by/" + offer + "/taking", "{\"knowsDebtor\": \"YES\"}"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
        .satisfies(answer -> assertThat(answer.body()).contains("you know the debtor"));

    accepted(one.post("/api/near-by/" + offer + "/taking", no));
    assertThat(two.post("/api/near-by/" + theirs + "/taking", no))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(409))
        .satisfies(answer -> assertThat(answer.body()).contains("nothing of yours was done"));
    assertThat(read(two.get("/api/near-by")).findValuesAsText("offer")).doesNotContain(String.valueOf(theirs));
    accepted(admin.post("/api/clock/advance", "{\"days\": 1}"));
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(caseNumber)
        .taskDefinitionKey("task_work_placed_case").singleResult()).isNotNull();
    assertThat(two.post("/api/cases/" + caseNumber + "/contacts", "{\"channel\": \"CALL\"}").statusCode())
        .isEqualTo(403);
  }
}
