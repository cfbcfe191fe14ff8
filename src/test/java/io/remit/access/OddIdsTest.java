package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever a creditor calls his accounts and debtors: what is let in works in every route and list. */
@OnBothDatabases
class OddIdsTest {

  private static final String ARREARS = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,phone,time_zone\n";
  private static final String PAYMENTS =
      "payment_reference,account_number,type,amount,currency,value_date,reverses\n";
  /** No program that follows the standard sends these as a part of a path. */
  private static final Set<String> IN_QUERY_ALONE = Set.of(".", "..", "back\\slash");

  @LocalServerPort
  private int port;
  @Autowired
  private ObjectMapper json;

  static List<String> ids() {
    return List.of("INV/2026/00001", "A B#1", "C;1%2F..", "2024/0815 A", "RÉF;7", "../x", "a%2Fb", "ü'\"", ".", "..",
        "x?y=1&z=2", "100%", "%", "_%", "=1+1", "@SUM(A1)", "12345-01-02", "back\\slash", "a,b", "~", "*", "{x}",
        "${1+1}",
        "<b>", "/", "//", ";", "借款/1", "😀", "null", "x".repeat(64));
  }

  private HttpUser as(DemoUser user) {
    return HttpUser.withPassword(port, user);
  }

  private JsonNode read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return HttpUser.read(answer);
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(204);
  }

  private static String escaped(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
  }

  private static String quoted(String field) {
    return '"' + field.replace("\"", "\"\"") + '"';
  }

  private String today() {
    return read(as(ADMIN).get("/api/clock")).get("now").asText().substring(0, 10);
  }

  private void load(String account, String debtor) {
    JsonNode result = read(as(OPERATOR).postCsv("/api/intake/arrears", ARREARS + quoted(account)
        + ",LOAN,EUR,500.00,500.00,2020-01-15," + quoted(debtor) + ",Xu Diaz,+870301234567,Etc/UTC\n"));
    assertThat(result.get("rejected")).as(result.toString()).isEmpty();
  }

  /** The ways to write a route that takes an id. */
  private static Stream<String> ways(String collection, String parameter, String id, String asked) {
    String inQuery = "/api/" + collection + "/" + asked + "?" + parameter + "=" + escaped(id);
    String inPath = "/api/" + collection + "/" + escaped(id) + "/" + asked;
    return IN_QUERY_ALONE.contains(id) ? Stream.of(inQuery) : Stream.of(inPath, inQuery);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void whatIsLetInWorksInEveryRouteAndList(String id) {
    String debtor = id.length() > 62 ? id.substring(2) + "-D" : id + "-D";
    if (IN_QUERY_ALONE.contains(id)) {
      debtor = id;
    }
    load(id, debtor);
    for (String way : ways("accounts", "account", id, "ledger").toList()) {
      assertThat(read(as(COLLECTOR_1).get(way)).get("accountNumber").asText()).as(way).isEqualTo(id);
    }
    for (String way : ways("accounts", "account", id, "balance").toList()) {
      String dated = way + (way.contains("?") ? "&" : "?") + "on=" + today();
      assertThat(read(as(COLLECTOR_1).get(dated)).get("outstandingAmount").asInt()).as(way).isEqualTo(500);
    }
    for (String way : ways("debtors", "debtor", debtor, "reachability").toList()) {
      assertThat(read(as(COLLECTOR_1).get(way)).get("debtorId").asText()).as(way).isEqualTo(debtor);
    }
    for (String way : ways("debtors", "debtor", debtor, "channels").toList()) {
      done(as(COLLECTOR_1).post(way, "{\"channel\": \"CALL\", \"wanted\": false}"));
    }
    for (String way : ways("debtors", "debtor", debtor, "numbers").toList()) {
      done(as(COLLECTOR_1).post(way, "{\"number\": \"+870301234568\"}"));
    }
    for (String way : ways("debtors", "debtor", debtor, "agreed-hours").toList()) {
      done(as(COLLECTOR_1).post(way, "{\"from\": \"09:00\", \"to\": \"12:00\"}"));
    }
    JsonNode cases = read(as(COLLECTOR_1).get("/api/cases?debtor=" + escaped(debtor)));
    assertThat(cases.get("total").asInt()).isEqualTo(1);
    String caseNumber = cases.at("/items/0/caseNumber").asText();
    assertThat(read(as(COLLECTOR_1).get("/api/cases/" + caseNumber)).at("/accounts/0/accountNumber").asText())
        .isEqualTo(id);
    assertThat(read(as(COLLECTOR_1).get("/api/cases/" + caseNumber + "/timeline")).toString())
        .contains(json.valueToTree(id).toString());
    JsonNode asked = read(as(SUPERVISOR_1).post("/api/cases/" + caseNumber + "/contacts", "{\"channel\": \"CALL\"}"));
    assertThat(asked.toString()).contains("opted-out");
    assertThat(read(as(COLLECTOR_1).get("/api/contacts?debtor=" + escaped(debtor))).get("total").asInt()).isEqualTo(1);

    JsonNode paid = read(as(OPERATOR).postCsv("/api/intake/payments", PAYMENTS + quoted(shortened(id) + "/1") + ","
        + quoted(id) + ",PAYMENT,500.00,EUR," + today() + ",\n"));
    assertThat(paid.get("posted").asInt()).as(paid.toString()).isEqualTo(1);

    assertThat(read(as(COLLECTOR_1).get("/api/cases/" + caseNumber)).get("closeReason").asText()).isEqualTo("CURED");
  }

  private static String shortened(String id) {
    return "ODD-" + id;
  }

  @ParameterizedTest
  @MethodSource("ids")
  void anOrderForAnAccountThatNobodyKnowsIsListedUnderItsOwnName(String id) {
    String account = "?" + id.substring(0, Math.min(60, id.length()));
    JsonNode kept = read(as(OPERATOR).postCsv("/api/intake/payments", PAYMENTS + quoted("WAITS-" + id) + ","
        + quoted(account) + ",PAYMENT,5.00,EUR," + today() + ",\n"));
    assertThat(kept.get("unmatched").asInt()).isEqualTo(1);

    assertThat(read(as(OPERATOR).get("/api/waiting-orders")).get("items").findValuesAsText("accountNumber"))
        .contains(account);
  }

  @Test
  void anOddProductIsAskedForByItsName() {
    for (String product : List.of("LOAN/2026;x", "=cmd|' /C calc'!A0", "100%", "12345-01-02")) {
      JsonNode result = read(as(OPERATOR).postCsv("/api/intake/arrears?complete=true", ARREARS + "PRODUCT-"
          + product.length() + "," + quoted(product) + ",EUR,1.00,1.00,2020-01-15,DP-" + product.length()
          + ",Xu Diaz,,Etc/UTC\n"));
      assertThat(result.get("rejected")).isEmpty();
      assertThat(as(MANAGER_1).get("/api/figures/workload?product=" + escaped(product)).statusCode()).isEqualTo(200);
      assertThat(as(MANAGER_1).getCsv("/api/figures/workload?product=" + escaped(product)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void noOtherPathTakesWhatSeparatesPaths() {
    for (String path : List.of("/api/cases/C1%2F..", "/api/accounts/A1%2Fledger", "/api/accounts/A%2F1/other",
        "/api/accounts%2FA1/ledger", "/api/debtors/D%2F1/ledger", "/api/accounts/A%2F1/ledger/",
        "/x/api/accounts/A%2F1/ledger", "/api/accounts/A%2F1/ledger;x=1", "/api/accounts/A;1/ledger",
        "/api/accounts/%2E%2E%2F/ledger",
        "/api/accounts/A%2F1/ledger?account=B", "/camunda/api/engine/engine/default%2Ftask", "/api/intake%2Farrears",
        "/api/accounts/%00%2F/ledger", "/api/accounts/%ff%2F/ledger", "/actuator%2Fhealth", "/webjars%2f..%2fx")) {
      assertThat(new RawStatus(port).of(path)).as(path).isEqualTo(400);
    }
  }

  /** What the server answers to a path that an ordinary client would not send. */
  private record RawStatus(int port) {

    int of(String path) {
      try (RawHttp http = new RawHttp(port)) {
        return http.send("GET", path, Map.of("Authorization", "Basic "
            + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8))), null).status();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
