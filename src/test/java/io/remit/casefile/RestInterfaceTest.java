package io.remit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.WithoutMocks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** The interface that others build on: names and shapes as the design fixes them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithoutMocks
@ActiveProfiles({"demo", "test"})
@Tag("web-apps")
class RestInterfaceTest {

  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,phone,time_zone\n";

  @Autowired
  private TestRestTemplate http;

  @Test
  void aDebtorsAccountsBecomeOneCaseThatEndsWhenTheyArePaid() {
    String today = now().substring(0, 10);
    JsonNode loaded = post("/api/intake/arrears", HEADER
        + "R-1,CARD,EUR,80.00,30.00," + daysAgo(40) + ",RD-1,Ann Example,+442079460001,Europe/London\n"
        + "R-2,LOAN,EUR,500.00,0.00," + daysAgo(-20) + ",RD-1,Ann Example,+442079460001,Europe/London\n"
        + "R-3,LOAN,EUR,500.00,600.00," + daysAgo(5) + ",RD-3,Bob Example,,Europe/London\n").getBody();
    assertThat(names(loaded)).containsExactly("fileId", "sha256", "status", "rows", "opened", "updated", "unchanged",
        "closed", "closingsWaiting", "rejected", "warnings");
    assertThat(loaded.get("opened").asInt()).isEqualTo(2);
    assertThat(names(loaded.get("rejected").get(0))).containsExactly("line", "column", "rule", "message");
    assertThat(loaded.get("rejected").get(0).get("line").asInt()).isEqualTo(4);

    JsonNode page = get("collector1", "/api/cases?debtor=RD-1&stage=TELEPHONE&status=OPEN&bucket=M2");
    assertThat(names(page)).containsExactly("items", "page", "size", "total");
    assertThat(page.get("total").asInt()).isEqualTo(1);
    JsonNode found = page.get("items").get(0);
    assertThat(names(found)).containsExactly("caseNumber", "debtorId", "status", "stage", "daysPastDue", "bucket",
        "overdueAmount", "outstandingAmount", "currency", "collector", "closeReason", "accounts", "holds", "promises",
        "plans", "offers");
    assertThat(found.get("daysPastDue").asInt()).isEqualTo(40);
    assertThat(found.get("overdueAmount").asText()).isEqualTo("30.0");
    assertThat(found.get("outstandingAmount").asText()).isEqualTo("580.0");
    assertThat(names(found.get("accounts").get(0))).containsExactly("accountNumber", "product", "outstandingAmount",
        "overdueAmount", "oldestDueDate", "barredFrom");

    String caseNumber = found.get("caseNumber").asText();
    JsonNode paid = post("/api/intake/payments",
        "payment_reference,account_number,type,amount,currency,value_date,reverses\nRP-1,R-1,PAYMENT,30.00,EUR," + today
            + ",\nRP-2,unknown,PAYMENT,1.00,EUR," + today + ",\n").getBody();
    assertThat(names(paid)).containsExactly("fileId", "sha256", "status", "rows", "posted", "duplicates", "unmatched",
        "left", "rejected");
    assertThat(paid.get("posted").asInt()).isEqualTo(1);
    assertThat(paid.get("unmatched").asInt()).isEqualTo(1);

    JsonNode cured = get("supervisor1", "/api/cases/" + caseNumber);
    assertThat(cured.get("status").asText()).isEqualTo("CLOSED");
    assertThat(cured.get("closeReason").asText()).isEqualTo("CURED");
    assertThat(get("collector1", "/api/cases?debtor=RD-1&stage=TELEPHONE").get("total").asInt()).isZero();
    JsonNode timeline = get("legal1", "/api/cases/" + caseNumber + "/timeline");
    assertThat(names(timeline.get(0))).containsExactly("at", "type", "channel", "actor", "text", "data");
    assertThat(timeline.get(0).get("type").asText()).isEqualTo("OPENED");
    assertThat(timeline.get(timeline.size() - 1).get("type").asText()).isEqualTo("CLOSED");
  }

  @Test
  void theLedgerOfAnAccountTellsWhatWasBookedAndWhatWasOwedOnAnyDay() {
    String today = now().substring(0, 10);
    post("/api/intake/arrears", HEADER + "R-9,LOAN,EUR,80.00,80.00," + daysAgo(10)
        + ",RD-9,Eve Example,,Europe/London\n");
    post("/api/intake/payments", "payment_reference,account_number,type,amount,currency,value_date,reverses\n"
        + "RP-9,R-9,PAYMENT,90.00,EUR," + today + ",\n");

    JsonNode ledger = get("collector1", "/api/accounts/R-9/ledger");
    assertThat(names(ledger)).containsExactly("accountNumber", "product", "currency", "outstandingAmount", "owed",
        "booksAsOf", "uncertainUntil", "entries");
    assertThat(ledger.get("booksAsOf").asText()).isEqualTo(daysAgo(1).toString());
    assertThat(ledger.get("outstandingAmount").decimalValue()).isEqualByComparingTo("-10");
    assertThat(ledger.get("owed").get("principal").decimalValue()).isEqualByComparingTo("-10");
    assertThat(ledger.get("entries")).hasSize(2);
    JsonNode payment = ledger.get("entries").get(1);
    assertThat(names(payment)).containsExactly("type", "reference", "reverses", "amount", "effect", "valueDate",
        "bookingDate", "bookedAt", "fileId", "line", "actor", "reason", "inBooksFrom", "paid");
    assertThat(payment.get("paid").get("principal").decimalValue()).isEqualByComparingTo("90");
    assertThat(get("collector1", "/api/accounts/R-9/balance?on=" + today).get("outstandingAmount").decimalValue())
        .isEqualByComparingTo("-10");
    assertThat(get("collector1", "/api/accounts/R-9/balance?on=" + daysAgo(1)).get("outstandingAmount").decimalValue())
        .as("the books of the day before").isEqualByComparingTo("80");
    assertThat(http.withBasicAuth("collector1", "collector1")
        .getForEntity("/api/accounts/R-9/balance?on=" + daysAgo(2), String.class).getStatusCode().value())
        .isEqualTo(404);
    assertThat(http.withBasicAuth("collector1", "collector1")
        .getForEntity("/api/accounts/R-9/balance?on=" + daysAgo(-1), String.class).getStatusCode().value())
        .isEqualTo(400);
  }

  @Test
  void aSupervisorWithdrawsACaseOnceAndSaysWhy() {
    String caseNumber = openCase(4);
    String route = "/api/cases/" + caseNumber + "/withdrawal";

    assertThat(json("supervisor1", route, "{\"reason\": \" \"}").getStatusCode().value()).isEqualTo(400);
    assertThat(json("collector1", route, "{\"reason\": \"sold\"}").getStatusCode().value()).isEqualTo(403);
    assertThat(json("supervisor1", route, "{\"reason\": \"sold\"}").getStatusCode().value()).isEqualTo(204);
    assertThat(json("supervisor1", route, "{\"reason\": \"sold\"}").getStatusCode().value()).isEqualTo(409);
    assertThat(get("collector1", "/api/cases/" + caseNumber).get("closeReason").asText()).isEqualTo("WITHDRAWN");
  }

  @Test
  void aSupervisorPausesACaseAndHearsWhichFieldIsWrong() {
    String caseNumber = openCase(7);
    String route = "/api/cases/" + caseNumber + "/holds";

    ResponseEntity<JsonNode> past = json("supervisor1", route,
        "{\"reason\": \"DISPUTE\", \"reviewOn\": \"" + daysAgo(1) + "\"}");
    assertThat(past.getStatusCode().value()).isEqualTo(400);
    assertThat(past.getBody().get("detail").asText()).startsWith("reviewOn: must lie ahead, not after ");
    assertThat(inChinese("supervisor1", route, "{\"reason\": \"DISPUTE\", \"reviewOn\": \"" + daysAgo(1) + "\"}"))
        .startsWith("reviewOn：必须在今天之后，且不晚于 ");
    assertThat(inChinese("collector1", "/api/cases/" + caseNumber + "/withdrawal", "{}")).isEqualTo("您所在的组均无此权限。");
    assertThat(json("supervisor1", route, "{\"reason\": \"DISPUTE\", \"reviewOn\": \"" + daysAgo(-20) + "\"}")
        .getStatusCode().value()).isEqualTo(204);
    JsonNode held = get("collector1", "/api/cases/" + caseNumber);
    assertThat(held.get("status").asText()).isEqualTo("HELD");
    assertThat(held.get("holds").get(0).get("reason").asText()).isEqualTo("DISPUTE");
  }

  @Test
  void evidenceIsAddedByOnePersonAndJudgedByAnother() {
    String route = "/api/cases/" + openCase(11);
    ResponseEntity<JsonNode> taken = json("collector1", route + "/hardship",
        "{\"requestedBy\": \"the debtor\", \"kind\": \"LASTING\"}");
    assertThat(taken.getStatusCode().value()).isEqualTo(201);
    String evidence = route + "/holds/" + taken.getBody().get("holdId").asLong() + "/evidence";
    String document = "{\"kind\": \"DISMISSAL\", \"issuer\": \"Employer\", \"keptAt\": \"Folder 1\", \"receivedOn\": \""
        + daysAgo(0) + "\"}";

    assertThat(json("supervisor1", evidence, document.replace("Folder 1", " ")).getBody().get("detail").asText())
        .startsWith("keptAt: ");
    ResponseEntity<JsonNode> added = json("supervisor1", evidence, document);
    assertThat(added.getStatusCode().value()).isEqualTo(201);
    String verdict = evidence + "/" + added.getBody().get("evidenceId").asLong() + "/verdict";
    assertThat(json("collector1", verdict, "{\"verdict\": \"ACCEPTED\"}").getStatusCode().value()).isEqualTo(403);
    assertThat(json("supervisor1", verdict, "{\"verdict\": \"ACCEPTED\"}").getStatusCode().value()).isEqualTo(400);
    assertThat(json("supervisor2", verdict, "{\"verdict\": \"ACCEPTED\"}").getStatusCode().value()).isEqualTo(204);
    assertThat(get("collector1", evidence).get(0).get("verdict").asText()).isEqualTo("ACCEPTED");
    assertThat(json("supervisor1", route + "/holds/0/evidence", document).getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void complaintsAndRulesForRegionsAreTakenThroughTheInterface() {
    String route = "/api/cases/" + openCase(12) + "/complaints";

    String complaint = "{\"channel\": \"LETTER\", \"aboutUserId\": \"collector2\", \"words\": \"He shouted\"}";
    assertThat(json("collector1", route, complaint.replace("LETTER", "PIGEON")).getBody().get("detail").asText())
        .startsWith("channel: must be one of SMS, EMAIL, CALL");
    assertThat(json("collector1", route, complaint).getBody().get("complaint").asText()).contains("-K");
    assertThat(get("supervisor1", route).get(0).get("aboutUserId").asText()).isEqualTo("collector2");
    assertThat(get("supervisor1", route).get(0).get("channel").asText()).isEqualTo("LETTER");

    String rule = "{\"region\": \"AQ\", \"from\": \"" + daysAgo(0) + "\", \"until\": \"" + daysAgo(-9)
        + "\", \"stops\": \"VISIT\", \"reason\": \"Storm\"}";
    assertThat(json("collector1", "/api/regional-rules", rule).getStatusCode().value()).isEqualTo(403);
    String made = "/api/regional-rules/"
        + json("supervisor1", "/api/regional-rules", rule).getBody().get("ruleId").asLong();
    assertThat(get("collector1", "/api/regional-rules").get(0).get("region").asText()).isEqualTo("AQ");
    assertThat(json("supervisor1", made + "/end", "{}").getStatusCode().value()).isEqualTo(204);
    assertThat(json("supervisor1", made + "/end", "{}").getStatusCode().value()).isEqualTo(409);
  }

  @Test
  void movingTheClockSendsWhatFallsDueAndSaysHowMuchItRan() {
    post("/api/intake/arrears", HEADER + "R-5,CARD,EUR,80.00,30.00," + daysAgo(8)
        + ",RD-5,Dee Example,+442079460002,Europe/London\n");
    String before = now();

    JsonNode moved = json("admin", "/api/clock/advance", "{\"days\": 7}").getBody();
    assertThat(names(moved)).containsExactlyInAnyOrder("now", "jobsExecuted");
    assertThat(moved.get("now").asText()).isGreaterThan(before);
    assertThat(moved.get("jobsExecuted").asInt()).isPositive();
    assertThat(json("admin", "/api/clock/advance", "{\"to\": \"" + before + "\"}").getStatusCode().value())
        .isEqualTo(400);
    assertThat(json("admin", "/api/clock/advance", "{}").getStatusCode().value()).isEqualTo(400);

    JsonNode contacts = get("collector1", "/api/contacts?debtor=RD-5&status=SENT&from=" + before);
    assertThat(names(contacts)).containsExactly("items", "page", "size", "total");
    JsonNode sent = contacts.get("items").get(0);
    assertThat(names(sent)).containsExactly("id", "caseNumber", "debtorId", "channel", "status", "template",
        "plannedAt", "sentAt", "actor", "decision");
    assertThat(names(sent.get("decision"))).containsExactlyInAnyOrder("allowed", "rule", "nextAllowedAt",
        "counters");
    assertThat(sent.get("template").asText()).isEqualTo("overdue-sms");
  }

  @Test
  void whoeverWantsToCallAsksTheGateAndPartnersOnlyForTheirOwnCases() {
    post("/api/intake/arrears", HEADER + "R-7,CARD,EUR,80.00,30.00," + daysAgo(40)
        + ",RD-7,Flo Example,+442079460007,Europe/London\n");
    String caseNumber = caseOf("RD-7");
    String desk = "/api/cases/" + caseNumber + "/contacts";

    JsonNode answer = json("collector1", desk, "{\"channel\": \"CALL\"}").getBody();
    assertThat(names(answer)).containsExactly("allowed", "rule", "counters", "nextAllowedAt", "address");
    boolean allowed = answer.get("allowed").asBoolean();
    assertThat(answer.get("address").isNull()).as("the number is shown only if it may be called").isEqualTo(!allowed);
    assertThat(json("collector1", desk + "/result", "{\"channel\": \"CALL\", \"outcome\": \"NOT_REACHED\"}")
        .getStatusCode().value()).as("a call that was not allowed is not taken").isEqualTo(allowed ? 204 : 400);
    assertThat(json("collector1", desk + "/result",
        "{\"channel\": \"CALL\", \"outcome\": \"REFUSED\", \"initiative\": \"DEBTOR\"}").getStatusCode().value())
        .isEqualTo(204);

    assertThat(json("partner1", desk, "{\"channel\": \"CALL\"}").getStatusCode().value()).isEqualTo(403);
    assertThat(json("legal1", desk, "{\"channel\": \"CALL\"}").getStatusCode().value()).isEqualTo(403);
    assertThat(json("collector1", desk, "{\"channel\": \"SMS\"}").getStatusCode().value()).isEqualTo(400);
    assertThat(json("collector1", "/api/cases/C0/contacts", "{\"channel\": \"CALL\"}").getStatusCode().value())
        .isEqualTo(404);
  }

  @Test
  void whatADebtorWantsIsRememberedAndWhatMakesNoSenseIsRefused() {
    post("/api/intake/arrears", HEADER + "R-8,CARD,EUR,80.00,30.00," + daysAgo(40)
        + ",RD-8,Gus Example,+442079460008,Europe/London\n");
    String debtor = "/api/debtors/RD-8";

    assertThat(json("collector1", debtor + "/channels", "{\"channel\": \"CALL\", \"wanted\": false}").getStatusCode()
        .value())
        .isEqualTo(204);
    assertThat(json("collector1", debtor + "/numbers", "{\"number\": \"+44 20 7946 0100\"}").getStatusCode().value())
        .isEqualTo(204);
    assertThat(json("collector1", debtor + "/agreed-hours", "{\"from\": \"21:00\", \"to\": \"22:00\"}").getStatusCode()
        .value())
        .isEqualTo(204);
    JsonNode known = get("supervisor1", debtor + "/reachability");
    assertThat(known.get("optedOut").get(0).asText()).isEqualTo("CALL");
    assertThat(known.get("usableNumbers").asInt()).isEqualTo(2);
    assertThat(known.get("agreedFrom").asText()).startsWith("21:00");

    assertThat(json("collector1", debtor + "/numbers", "{\"number\": \"12\"}").getBody().get("detail").asText())
        .startsWith("number: must be a phone number");
    assertThat(json("collector1", debtor + "/agreed-hours", "{\"from\": \"9\", \"to\": \"22:00\"}").getBody()
        .get("detail")
        .asText()).startsWith("from: must be a time of day");
    assertThat(json("collector1", debtor + "/channels", "{}").getStatusCode().value()).isEqualTo(400);
    assertThat(json("collector1", "/api/debtors/nobody/numbers", "{\"number\": \"+442079460100\"}").getStatusCode()
        .value())
        .isEqualTo(404);
    assertThat(json("manager1", debtor + "/numbers", "{\"number\": \"+442079460100\"}").getStatusCode().value())
        .isEqualTo(403);
  }

  @Test
  void theManagerSeesThePortfolioByStageBucketAndStatus() {
    post("/api/intake/arrears", HEADER + "R-6,CARD,EUR,80.00,30.00," + daysAgo(500)
        + ",RD-6,Eve Example,,Europe/London\n");

    JsonNode portfolio = get("manager1", "/api/portfolio");
    assertThat(portfolio.get("byStage").findValuesAsText("key")).contains("OUTSOURCING");
    assertThat(portfolio.get("byBucket").findValuesAsText("key")).contains("M7+");
    assertThat(portfolio.get("byStatus").findValuesAsText("key")).contains("OPEN");
    assertThat(names(portfolio.get("byStage").get(0).get("amounts").get(0))).containsExactly("currency", "overdue",
        "outstanding");
  }

  @Test
  void mistakesAreAnsweredAsProblems() {
    for (String route : List.of("/api/cases/C0", "/api/cases?bucket=M9", "/api/cases?stage=NOWHERE",
        "/api/cases?size=0", "/api/contacts?from=yesterday")) {
      ResponseEntity<JsonNode> answer = http.withBasicAuth("collector1", "collector1")
          .getForEntity(route, JsonNode.class);
      assertThat(answer.getStatusCode().is4xxClientError()).as(route).isTrue();
      assertThat(answer.getHeaders().getContentType()).as(route).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
      assertThat(names(answer.getBody())).as(route).contains("title", "status", "detail");
    }
    ResponseEntity<JsonNode> refused = post("/api/intake/arrears", "a;b\n1;2\n");
    assertThat(refused.getStatusCode().value()).isEqualTo(422);
    assertThat(refused.getBody().get("status").asText()).isEqualTo("REFUSED");
  }

  @Test
  void theInterfaceDescribesItself() {
    JsonNode described = get("collector1", "/api/docs");
    assertThat(names(described.get("paths"))).contains("/api/intake/arrears", "/api/intake/payments", "/api/cases",
        "/api/cases/{caseNumber}", "/api/cases/{caseNumber}/timeline", "/api/portfolio", "/api/contacts", "/api/clock",
        "/api/clock/advance");
  }

  private String now() {
    return get("admin", "/api/clock").get("now").asText();
  }

  @Test
  void aCollectorCalculatesAndProposesAPlanAndOnlyASupervisorEndsIt() {
    String caseNumber = openCase(20);
    String route = "/api/cases/" + caseNumber + "/plans";
    String wanted = "{\"instalments\": 3, \"firstDueOn\": \"" + daysAgo(-20) + "\"}";

    JsonNode preview = json("collector1", route + "/preview", wanted).getBody();
    assertThat(names(preview)).containsExactly("currency", "total", "needsApproval", "schedule");
    assertThat(preview.get("schedule").get(2).get("amount").decimalValue()).isEqualByComparingTo("26.68");
    assertThat(get("collector1", route)).isEmpty();
    ResponseEntity<JsonNode> endless = json("collector1", route,
        "{\"amount\": 0, \"firstDueOn\": \"" + daysAgo(-20) + "\"}");
    assertThat(endless.getStatusCode().value()).isEqualTo(400);
    assertThat(endless.getBody().get("detail").asText()).isEqualTo("amount: must be above zero: a plan has to end");

    ResponseEntity<JsonNode> proposed = json("collector1", route, wanted);
    assertThat(proposed.getStatusCode().value()).isEqualTo(201);
    String plan = proposed.getBody().get("name").asText();
    JsonNode known = get("legal1", route).get(0);
    assertThat(names(known)).containsExactly("plan", "status", "currency", "total", "interval", "needsApproval",
        "proposedAt", "proposedBy", "offeredUntil", "document", "acceptedOn", "acceptedHow", "endedAt", "schedule");
    assertThat(known.get("plan").asText()).isEqualTo(plan);
    assertThat(known.get("schedule")).hasSize(3);
    assertThat(get("legal1", "/api/cases/" + caseNumber).get("plans")).hasSize(1);
    String cancellation = route + "/" + plan + "/cancellation";
    assertThat(json("collector1", cancellation, "{\"reason\": \"Other\"}").getStatusCode().value()).isEqualTo(403);
    assertThat(json("supervisor1", cancellation, "{\"reason\": \"\"}").getStatusCode().value()).isEqualTo(400);
    assertThat(json("supervisor1", route + "/C1-H1/cancellation", "{\"reason\": \"x\"}").getStatusCode().value())
        .isEqualTo(404);
    assertThat(json("supervisor1", cancellation, "{\"reason\": \"Other\"}").getStatusCode().value()).isEqualTo(204);
    assertThat(json("supervisor1", cancellation, "{\"reason\": \"Other\"}").getStatusCode().value()).isEqualTo(409);
  }

  @Test
  void anOfferHasARecordAndNobodyCanTakeItBack() {
    String caseNumber = openCase(21);
    String route = "/api/cases/" + caseNumber + "/offers";
    String wanted = "{\"payAmount\": 50, \"payBy\": \"" + daysAgo(-10) + "\", \"principal\": 30, \"reason\": \"Ill\"}";

    assertThat(json("legal1", route, wanted).getStatusCode().value()).isEqualTo(403);
    assertThat(json("collector1", route, wanted).getStatusCode().value()).isEqualTo(201);

    JsonNode offer = get("legal1", route).get(0);
    assertThat(names(offer)).containsExactly("offer", "status", "currency", "payAmount", "payBy", "waived", "reason",
        "needsApproval", "proposedAt", "proposedBy", "sentAt", "endedAt");
    assertThat(offer.get("waived").get("principal").decimalValue()).isEqualByComparingTo("30");
    assertThat(get("legal1", "/api/cases/" + caseNumber).get("offers")).hasSize(1);
    assertThat(json("supervisor1", route + "/" + offer.get("offer").asText() + "/cancellation", "{}")
        .getStatusCode().is4xxClientError()).isTrue();
    assertThat(json("collector1", "/api/cases/C1/offers", wanted).getStatusCode().value()).isEqualTo(404);
  }

  /** The debtor RD-number owes EUR 80.00 on the account R-number, of which 30.00 have been overdue for ten days. */
  private String openCase(int number) {
    post("/api/intake/arrears", HEADER + "R-" + number + ",CARD,EUR,80.00,30.00," + daysAgo(10) + ",RD-" + number
        + ",Cid Example,,Europe/London\n");
    return caseOf("RD-" + number);
  }

  private String caseOf(String debtorId) {
    return get("collector1", "/api/cases?debtor=" + debtorId).get("items").get(0).get("caseNumber").asText();
  }

  private String daysAgo(int days) {
    return LocalDate.parse(now().substring(0, 10)).minusDays(days).toString();
  }

  private JsonNode get(String user, String route) {
    ResponseEntity<JsonNode> answer = http.withBasicAuth(user, user).getForEntity(route, JsonNode.class);
    assertThat(answer.getStatusCode().is2xxSuccessful()).as(route + ": " + answer).isTrue();
    return answer.getBody();
  }

  private ResponseEntity<JsonNode> post(String route, String csv) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.CONTENT_TYPE, "text/csv");
    return http.withBasicAuth("operator", "operator").exchange(route, HttpMethod.POST, new HttpEntity<>(csv, headers),
        JsonNode.class);
  }

  /** Why something is refused to a Chinese reader. */
  private String inChinese(String user, String route, String body) {
    HttpHeaders chinese = new HttpHeaders();
    chinese.setAcceptLanguageAsLocales(List.of(Locale.SIMPLIFIED_CHINESE));
    return json(user, route, body, chinese).getBody().get("detail").asText();
  }

  private ResponseEntity<JsonNode> json(String user, String route, String body) {
    return json(user, route, body, new HttpHeaders());
  }

  private ResponseEntity<JsonNode> json(String user, String route, String body, HttpHeaders headers) {
    headers.setContentType(MediaType.APPLICATION_JSON);
    return http.withBasicAuth(user, user).exchange(route, HttpMethod.POST, new HttpEntity<>(body, headers),
        JsonNode.class);
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
