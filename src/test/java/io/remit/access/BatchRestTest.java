package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.OUTSOURCING_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Managers and supervisors order work on many cases, nobody else does, and no page of another site. */
@DemoTest
class BatchRestTest {

  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,time_zone,region,country\n";
  private static final String ORDER = """
      {"action": "HOLD", "hold": "CREDITOR_REQUEST", "select": {%s}, "cases": %d,
       "reason": "The creditor sells these loans"}""";

  @LocalServerPort
  private int port;

  @Test
  void aManagerLooksAtWhatAnOrderWouldDoGivesItAndReadsTheReport() {
    load("SALE");
    HttpUser manager = HttpUser.withPassword(port, MANAGER_1);
    String order = ORDER.formatted("\"product\": \"SALE\"", 3);

    HttpResponse<String> told = manager.post("/api/batches/preview?size=2", order);
    assertThat(told.body()).contains("\"sums\":[{\"currency\":\"EUR\",\"cases\":2,\"overdue\":130.00,"
        + "\"outstanding\":180.00},{\"currency\":\"JPY\",\"cases\":1,\"overdue\":9000,\"outstanding\":9000}]");
    JsonNode preview = read(told);
    assertThat(preview.get("total").asInt()).isEqualTo(3);
    assertThat(preview.get("accepted").asInt()).isEqualTo(3);
    assertThat(preview.get("items")).hasSize(2);

    assertThat(manager.post("/api/batches", ORDER.formatted("\"product\": \"SALE\"", 2)).statusCode())
        .isEqualTo(409);
    HttpResponse<String> answer = manager.post("/api/batches", order);
    assertThat(answer.statusCode()).isEqualTo(202);
    String batch = answer.headers().firstValue("Location").orElseThrow();
    assertThat(batch).isEqualTo("/api/batches/" + read(answer).get("id").asLong());
    await().untilAsserted(() -> assertThat(read(manager.get(batch)).get("status").asText()).isEqualTo("FINISHED"));

    JsonNode shown = read(manager.get(batch));
    assertThat(shown.get("done").asInt()).isEqualTo(3);
    assertThat(shown.get("orderedBy").asText()).isEqualTo("manager1");
    assertThat(shown.get("reason").asText()).isEqualTo("The creditor sells these loans");
    assertThat(shown.get("select").toString()).isEqualTo("{\"product\":\"SALE\"}");
    assertThat(read(manager.get("/api/batches")).get("items").get(0)).isEqualTo(shown);
    assertThat(read(manager.get(batch + "/report?outcome=DONE&size=2")).get("total").asInt()).isEqualTo(3);
    assertThat(read(manager.get(batch + "/report?outcome=REFUSED")).get("items")).isEmpty();
    assertThat(manager.getCsv(batch + "/report").body().lines()).hasSize(4)
        .startsWith("case_number,outcome,code,why,settled_at").element(1).asString().contains(",DONE,,,");
    assertThat(manager.getCsv(batch + "/report?page=1&size=2").body().lines()).as("the third case").hasSize(2);
    assertThat(manager.getCsv(batch + "/report?size=50001").statusCode()).isEqualTo(400);
    assertThat(read(manager.post("/api/batches/preview", order)).get("refused").toString()).isEqualTo(
        "[{\"code\":\"HELD_ALREADY\",\"why\":\"it is on hold for this reason already\",\"cases\":3}]");
  }

  @Test
  void casesAreChosenByEachFilter() {
    load("PICK");

    assertThat(chosen("\"currency\": \"EUR\"")).isEqualTo(2);
    assertThat(chosen("\"currency\": \"EUR\", \"amountFrom\": \"80\"")).isEqualTo(1);
    assertThat(chosen("\"currency\": \"EUR\", \"amountTo\": \"79.99\"")).isEqualTo(1);
    assertThat(chosen("\"region\": \"DE-BE\"")).isEqualTo(1);
    assertThat(chosen("\"region\": \"DE\"")).isEqualTo(2);
    assertThat(chosen("\"stage\": \"TELEPHONE\"")).isEqualTo(2);
    assertThat(chosen("\"stage\": \"VISIT\"")).isEqualTo(1);
    assertThat(chosen("\"bucket\": \"M2\"")).isEqualTo(2);
    assertThat(chosen("\"daysFrom\": \"41\", \"daysTo\": \"100\"")).isEqualTo(1);
    assertThat(chosen("\"status\": \"OPEN\"")).isEqualTo(3);
    assertThat(chosen("\"collector\": \"nobody1\"")).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "\"stage\": \"LEGAL\"|short|reason: say why, in 10 characters at least",
      "|The creditor sells these loans|select: name at least one filter",
      "\"amountFrom\": \"5\"|The creditor sells these loans|currency: name one",
      "\"currency\": \"ABC\"|The creditor sells these loans|currency: must be one of ISO 4217",
      "\"status\": \"CLOSED\"|The creditor sells these loans|status: must be one of OPEN, HELD",
      "\"bucket\": \"M9\"|The creditor sells these loans|bucket: must be one of M0 to M6 or M7+",
      "\"daysFrom\": \"many\"|The creditor sells these loans|daysFrom: must be a number of days",
      "\"product\": \"NONE-SUCH\"|The creditor sells these loans|select: there is no such case"})
  void anOrderThatMakesNoSenseIsRefusedByItsField(String filter, String reason, String message) {
    String order = ORDER.formatted(filter == null ? "" : filter, 1).replace("The creditor sells these loans", reason);

    HttpResponse<String> answer = HttpUser.withPassword(port, MANAGER_1).post("/api/batches", order);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(read(answer).get("detail").asText()).startsWith(message);
  }

  @Test
  void onlyManagersAndSupervisorsMayOrderAndOnlyTheirOwnPagesInTheirSession() {
    String order = ORDER.formatted("\"product\": \"NONE-SUCH\"", 1);

    for (DemoUser user : new DemoUser[] {COLLECTOR_1, OUTSOURCING_1, OPERATOR}) {
      HttpUser other = HttpUser.withPassword(port, user);
      assertThat(other.post("/api/batches", order).statusCode()).isEqualTo(403);
      assertThat(other.post("/api/batches/preview", order).statusCode()).isEqualTo(403);
      assertThat(other.get("/api/batches").statusCode()).isEqualTo(403);
      assertThat(other.get("/api/batches/1/report").statusCode()).isEqualTo(403);
    }
    assertThat(HttpUser.withPassword(port, SUPERVISOR_1).post("/api/batches/preview", order).statusCode())
        .isEqualTo(200);
    HttpUser manager = HttpUser.loggedIn(port, MANAGER_1, "cockpit");
    assertThat(manager.post("/api/batches/preview", order).statusCode()).isEqualTo(200);
    assertThat(manager.guessing("").post("/api/batches/preview", order).statusCode()).isEqualTo(401);
    assertThat(manager.guessing("another").post("/api/batches", order).statusCode()).isEqualTo(401);
    assertThat(HttpUser.withPassword(port, MANAGER_1).postFromOtherSite("/api/batches").statusCode()).isEqualTo(403);
    assertThat(HttpUser.loggedIn(port, COLLECTOR_1, "tasklist").post("/api/batches", order).statusCode())
        .isEqualTo(403);
  }

  /** Three cases of a product: EUR 50 of 40 days in Berlin, EUR 80 of 40 days in Bavaria, JPY of 95 days in Tokyo. */
  private void load(String product) {
    LocalDate today = LocalDate.parse(
        read(HttpUser.withPassword(port, ADMIN).get("/api/clock")).get("now").asText().substring(0, 10));
    String rows = """
        %1$s-1,%1$s,EUR,100.00,50.00,%2$s,%1$s-D1,Ann Example,Etc/UTC,DE-BE,DE
        %1$s-2,%1$s,EUR,80.00,80.00,%2$s,%1$s-D2,Ann Example,Etc/UTC,DE-BY,DE
        %1$s-3,%1$s,JPY,9000,9000,%3$s,%1$s-D3,Ann Example,Etc/UTC,JP-13,JP
        """.formatted(product, today.minusDays(40), today.minusDays(95));
    assertThat(HttpUser.withPassword(port, OPERATOR).postCsv("/api/intake/arrears", HEADER + rows).body())
        .contains("\"opened\":3");
  }

  private int chosen(String filter) {
    String order = ORDER.formatted("\"product\": \"PICK\", " + filter, 0);
    return read(HttpUser.withPassword(port, SUPERVISOR_1).post("/api/batches/preview", order)).get("total").asInt();
  }
}
