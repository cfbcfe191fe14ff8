package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.access.RawHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What nobody sends who means well is refused with its field named, never with a fault of the server. */
@OnBothDatabases
class PlainRequestsTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final String FORM = "application/x-www-form-urlencoded";

  @LocalServerPort
  private int port;
  private RawHttp http;

  @BeforeEach
  void connect() {
    http = new RawHttp(port);
  }

  @AfterEach
  void disconnect() throws Exception {
    http.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/api/cases?debtor=%00 | debtor",
      "/api/cases?bucket=M1%0a | bucket",
      "/api/cases?deb%00tor=x | query",
      "/api/cases?debtor=%ff | debtor",
      "/api/cases?debtor=%2 | debtor",
      "/api/contacts?debtor=a%00b | debtor",
      "/api/contacts?from=%2B999999999-12-31T23:59:59Z | from",
      "/api/contacts?to=-999999999-01-01T00:00:00Z | to",
      "/api/contacts?from=10000-01-01T00:00:00Z | from",
      "/api/accounts/A1/balance?on=%2B999999999-12-31 | on",
      "/api/accounts/A1/balance?on=-0001-01-01 | on",
      "/api/accounts/A1/balance?on=0000-01-01 | on",
      "/api/figures/portfolio?from=%2B999999999-12-31 | from",
      "/api/figures/portfolio?product=%00 | product",
      "/api/processes/collection-case/heat?to=-999999999-01-01 | to",
      "/api/audit?user=%00 | user",
      "/api/audit?from=%2B999999999-12-31 | from",
      "/api/tasks/cards?task=%00 | task",
      "/verify?code=%00 | code",
      "/verify?code=%c0%80 | code"})
  void aParameterThatCannotBeKeptOrComparedIsRefusedByItsName(String target, String field) {
    Answer answer = as(DemoUser.ADMIN, "GET", target, null);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"detail\":\"" + field + ": ");
    assertThat(http.send("GET", target, Map.of(), null).status()).as("without a login").isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/api/cases/C1/withdrawal | {\"reason\": \"a\\u0000b\"} | reason",
      "/api/cases/C1/complaints | {\"text\": [\"a\\u0000b\"]} | text",
      "/api/cases/C1/complaints | {\"a\\u0000\": 1} | body",
      "/api/division/move | {\"reason\": \"a\\u0000b\"} | reason",
      "/api/collectors/collector1/absences | {\"from\": \"+999999999-12-31\", \"to\": \"2026-01-01\"} | from",
      "/api/collectors/collector1/absences | {\"from\": \"2026-01-01\", \"to\": \"10000-01-01\"} | to",
      "/api/clock/advance | {\"to\": \"+999999999-12-31T23:59:59Z\"} | to"})
  void aFieldOfABodyThatCannotBeKeptIsRefusedByItsName(String target, String body, String field) {
    Answer answer = as(DemoUser.ADMIN, "POST", target, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"detail\":\"" + field + ": ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{\"nameLike\": \"a\\u0000b\"} | nameLike",
      "{\"processVariables\": [{\"name\": \"x\", \"operator\": \"eq\", \"value\": \"a\\u0000\"}]} | value",
      "{\"dueBefore\": \"999999999-01-01T00:00:00.000+0000\"} | dueBefore",
      "{\"dueBefore\": \"2026-99999999-01T00:00:00.000+0000\"} | dueBefore",
      "{\"orQueries\": [{\"createdAfter\": \"-99999-01-01T00:00:00.000+0000\"}]} | createdAfter",
      "{\"dueBefore\": 9223372036854775807} | dueBefore",
      "{\"dueBefore\": -99999999999999999999} | dueBefore",
      "{\"dueBefore\" | body"})
  void theEnginesBodiesAreHeldToTheSame(String body, String field) {
    Answer answer = http.send("POST", ENGINE + "/task",
        with(HttpUser.loggedIn(port, DemoUser.MANAGER_1, "cockpit").session(), JSON), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"detail\":\"" + field + ": ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/task?nameLike=%00 | nameLike",
      "/task?dueBefore=999999999-01-01T00:00:00.000%2B0000 | dueBefore",
      "/task?createdAfter=2026-99999999-01T00:00:00.000%2B0000 | createdAfter",
      "/user?firstName=%00 | firstName"})
  void theEnginesParametersAreHeldToTheSame(String target, String field) {
    Answer answer = http.send("GET", ENGINE + target,
        HttpUser.loggedIn(port, DemoUser.MANAGER_1, "cockpit").session(), null);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"detail\":\"" + field + ": ");
  }

  @Test
  void aNameOrAPasswordWithANullIsRefusedAtBothDoors() {
    for (String pair : List.of("a\0b:x", "admin:x\0", "admin\n:x")) {
      String credentials = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      Answer answer = http.send("GET", "/api/me", Map.of("Authorization", "Basic " + credentials), null);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("Authorization: ");
    }
    for (String form : List.of("username=a%00b&password=x", "username=admin&password=%00", "username=%c0%80")) {
      assertThat(login(form).status()).as(form).isEqualTo(400);
    }
    assertThat(login("username=" + "a".repeat(20_000)).status()).isEqualTo(400);
    assertThat(login("username=stranger&password=%E5%AF%86+%2B1").status()).isNotIn(400, 500);
  }

  private Answer login(String form) {
    HttpUser page = HttpUser.nobody(port);
    page.get("/camunda/app/tasklist/default/");
    return http.send("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
        with(page.session(), Map.of("Content-Type", FORM)), form);
  }

  @Test
  void aFileWithANullOrAFarDateLosesThatRowAlone() {
    String arrears = "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,"
        + "debtor_name,time_zone\nN-1,LOAN,EUR,1.00,1.00,%s,D-N,%s,Etc/UTC\n";
    String payments = "payment_reference,account_number,type,amount,currency,value_date\n%s,A1,PAYMENT,1.00,EUR,%s\n";
    for (Answer answer : List.of(
        file("arrears", arrears.formatted("2026-01-01", "A\0na")),
        file("arrears", arrears.formatted("+999999999-12-31", "Ana")),
        file("arrears", arrears.formatted("-0001-12-31", "Ana")),
        file("payments", payments.formatted("P\0N", "2026-01-01")),
        file("payments", payments.formatted("P-N", "+999999999-12-31")))) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).contains("\"rejected\":[{\"line\":2,");
    }
  }

  private Answer file(String kind, String csv) {
    String credentials = Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8));
    return http.send("POST", "/api/intake/" + kind,
        Map.of("Content-Type", "text/csv", "Authorization", "Basic " + credentials), csv);
  }

  @Test
  void whatOnlyLooksLikeADateIsTaken() {
    for (String text : List.of("030-123456-78", "123456-78-90", "12345-99", "2026-01-31", "9999-12-31")) {
      assertThat(as(DemoUser.ADMIN, "GET", "/api/cases?debtor=" + text, null).status()).as(text).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/error", "/api/[x]", "/api/{x}", "/api/cases/%5B1%5D", "/api/cases/a b", "/api/%",
      "/api/%zz", "/api/cases/..", "/api//cases", "/api/cases/%00", "/api/cases;x", "/api/cases/%2e%2e/me",
      "/api/cases\\1",
      "/api/^", "/api/\"", "/api/<x>", "/api/|", "/opt-out/%00", "/opt-out/%2e%2e", "/verify/", "/verify;x", "//verify",
      "/camunda/app/%00", "/camunda/app/tasklist/%2e%2e/%2e%2e/api", "/camunda/app/x/default/", "/camunda/lib/%2e%2e/x",
      "/camunda/app/admin/default/setup/", "/camunda/api/admin/setup/default/user/create", "/camunda/lib/", "/a", "/.",
      "/actuator/%00", "/actuator/health/../env", "/gateway/%00", "/camunda/assets/..%5c..%5cx", "/webjars/camunda/",
      "/camunda-welcome/index.html", "/plugin/tasklist/app/plugin.js", "/h2-console/", "/api/cases/%f0%9f%98%80"})
  void anOddPathIsNoFaultOfTheServer(String target) {
    for (String method : List.of("GET", "POST", "OPTIONS", "PUT")) {
      assertThat(http.send(method, target, JSON, method.equals("GET") ? null : "{}").status())
          .as("%s %s", method, target).isIn(400, 401, 403, 404, 405);
      assertThat(as(DemoUser.ADMIN, method, target, method.equals("GET") ? null : "{}").status())
          .as("%s %s by admin", method, target).isIn(400, 401, 403, 404, 405);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Accept | garbage", "Accept | */*;q=x", "Accept-Language | %%%",
      "Content-Type | x", "Content-Type | application/json;charset=nonsense", "Content-Type | text/plain",
      "Range | bytes=9-1",
      "Cookie | JSESSIONID=../..", "If-Modified-Since | never", "Authorization | Basic", "Authorization | Basic %%%",
      "Authorization | Bearer x", "X-Forwarded-For | x", "X-XSRF-TOKEN | x", "Sec-Fetch-Site | x"})
  void anOddHeaderIsNoFaultOfTheServer(String name, String value) {
    for (String target : List.of("/api/cases", "/api/cases/C1/withdrawal", "/camunda/app/tasklist/default/",
        ENGINE + "/task", "/verify", "/opt-out/x", "/camunda/api/admin/auth/user/default/login/tasklist")) {
      for (String method : List.of("GET", "POST")) {
        assertThat(http.send(method, target, Map.of(name, value), method.equals("GET") ? null : "{}").status())
            .as("%s %s", method, target).isLessThan(500);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example",
      "10.0.0.1", "0.0.0.0", "[::2]", "localhost.", "2130706433"})
  void anotherNameThanTheServersOwnIsRefused(String host) {
    for (String target : List.of("/", "/api/me", "/camunda/app/tasklist/default/", "/verify", "/opt-out/x",
        "/gateway/x")) {
      Answer answer = http.send("GET", target, Map.of("Host", host), null);
      assertThat(answer.status()).as(target).isEqualTo(400);
    }
    assertThat(http.send("GET", "http://" + host + "/verify", Map.of("Host", host), null).status()).isEqualTo(400);
  }

  @Test
  void theServersOwnNamesAreAnsweredWithAnyPort() {
    for (String host : List.of("localhost", "LOCALHOST:1", "127.0.0.1:" + port, "[::1]:" + port)) {
      assertThat(http.send("GET", "/verify", Map.of("Host", host), null).status()).as(host).isEqualTo(200);
    }
    assertThat(http.send("GET", "/actuator/health", Map.of("Host", "10.0.0.7"), null).status()).isEqualTo(200);
  }

  @Test
  void everyAnswerSaysThatItsTypeIsNotToBeGuessed() {
    for (String target : List.of("/", "/api/me", "/api/docs/swagger-ui/index.html", "/camunda/app/tasklist/default/",
        "/camunda/lib/deps.js", "/camunda/assets/bpmn.eot", "/verify", "/opt-out/x", "/error", "/a", "/api//me",
        ENGINE + "/task")) {
      assertThat(http.send("GET", target, Map.of(), null).headers()).as(target)
          .containsEntry("x-content-type-options", "nosniff");
    }
    assertThat(http.send("GET", "/api/me", Map.of(), null).headers().get("content-security-policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    assertThat(http.send("GET", "/camunda/app/cockpit/default/", Map.of(), null).headers()
        .get("content-security-policy")).contains("frame-ancestors 'none'");
  }

  @Test
  void theCookieOfASessionIsForTheServerAlone() {
    List<String> cookies = http.cookiesOfALogin("collector1", "tasklist", Map.of("X-Forwarded-Proto", "https"));

    assertThat(cookies).anySatisfy(cookie -> assertThat(cookie).startsWith("JSESSIONID="))
        .allMatch(cookie -> cookie.contains("SameSite=Lax"))
        .allMatch(cookie -> cookie.contains("HttpOnly") || cookie.startsWith("XSRF-TOKEN="));
    assertThat(cookies).as("nobody told that this came over TLS").noneMatch(cookie -> cookie.contains("Secure"));
    assertThat(http.send("GET", "/api/me", Map.of("X-Forwarded-Proto", "https"), null).headers())
        .doesNotContainKey("strict-transport-security");
  }

  private Answer as(DemoUser user, String method, String target, String body) {
    String credentials = Base64.getEncoder()
        .encodeToString((user.id() + ":" + user.id()).getBytes(StandardCharsets.UTF_8));
    return http.send(method, target, with(body == null ? Map.of() : JSON,
        Map.of("Authorization", "Basic " + credentials)), body);
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }
}
