package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who works from where and when he may, and what the audit trail tells of it. */
@DemoTest
class AccessLimitsTest {

  private static final String ELSEWHERE = "{\"networks\": [\"192.0.2.0/24\", \"2001:db8::/32\"]}";
  private static final String HERE = "{\"networks\": [\"127.0.0.0/8\", \"::1\"]}";
  private static final String OF_USER = "/api/access-limits/users/supervisor1";
  private static final String OF_GROUP = "/api/access-limits/groups/supervisors";
  private static final String TASKS = "/camunda/api/engine/engine/default/task";

  @LocalServerPort
  private int port;
  @Autowired
  private JdbcClient database;

  private HttpUser administrator;

  @BeforeEach
  void begin() {
    administrator = HttpUser.withPassword(port, ADMIN);
  }

  @AfterEach
  void liftLimits() {
    database.sql("delete from access_limit").update();
  }

  @Test
  void fromAForeignNetworkNobodyGetsIntoTheInterfaceAndIsToldWhy() {
    set(OF_USER, ELSEWHERE);

    HttpResponse<String> answer = HttpUser.withPassword(port, SUPERVISOR_1).get("/api/cases");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("You may not work from this network");
    assertThat(newest("LOGIN_REFUSED")).contains("supervisor1 REST: outside of the limit");
    set(OF_USER, HERE);
    assertThat(HttpUser.withPassword(port, SUPERVISOR_1).get("/api/cases").statusCode()).isEqualTo(200);
  }

  @Test
  void theWebAppsLoginIsRefusedWithTheReasonThatItsPageShows() {
    set(OF_GROUP, ELSEWHERE);
    HttpUser supervisor = HttpUser.nobody(port);

    HttpResponse<String> answer = supervisor.tryLogin(SUPERVISOR_1, "tasklist");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"message\":\"You may not work from this network");
    assertThat(supervisor.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(newest("LOGIN_REFUSED")).contains("supervisor1 web apps: outside of the limit");
  }

  @Test
  void whoIsLoggedInIsLoggedOutWhenHeMayNotBeThereAnyMore() {
    HttpUser supervisor = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");
    assertThat(supervisor.get(TASKS).statusCode()).isEqualTo(200);

    set(OF_GROUP, ELSEWHERE);

    assertThat(supervisor.get(TASKS).statusCode()).isEqualTo(403);
    assertThat(supervisor.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(supervisor.get("/api/cases").statusCode()).isEqualTo(401);
  }

  @Test
  void theHoursAreThoseOfTheClock() {
    Instant now = now();
    LocalTime opens = LocalTime.ofInstant(now, ZoneOffset.UTC).plusHours(1).truncatedTo(ChronoUnit.MINUTES);
    set(OF_USER, "{\"hours\": {\"from\": \"%s\", \"to\": \"%s\", \"zone\": \"Etc/UTC\"}}".formatted(opens,
        opens.plusHours(2)));
    HttpUser supervisor = HttpUser.withPassword(port, SUPERVISOR_1);
    HttpResponse<String> early = supervisor.get("/api/cases");
    assertThat(early.statusCode()).isEqualTo(403);
    assertThat(early.body()).contains("You may work from " + opens);
    assertThat(HttpUser.nobody(port).tryLogin(SUPERVISOR_1, "tasklist").statusCode()).isEqualTo(403);

    assertThat(administrator.post("/api/clock/advance",
        "{\"to\": \"%s\"}".formatted(now.plus(90, ChronoUnit.MINUTES))).statusCode()).isEqualTo(200);

    assertThat(supervisor.get("/api/cases").statusCode()).isEqualTo(200);
    assertThat(HttpUser.nobody(port).tryLogin(SUPERVISOR_1, "tasklist").statusCode()).isEqualTo(200);
  }

  @Test
  void aUsersOwnLimitHoldsInPlaceOfThatOfHisGroup() {
    set(OF_GROUP, ELSEWHERE);
    set(OF_USER, HERE);

    assertThat(HttpUser.withPassword(port, SUPERVISOR_1).get("/api/cases").statusCode()).isEqualTo(200);
    assertThat(administrator.call("DELETE", OF_USER).statusCode()).isEqualTo(204);
    assertThat(HttpUser.withPassword(port, SUPERVISOR_1).get("/api/cases").statusCode()).isEqualTo(403);
    assertThat(administrator.get("/api/access-limits").body()).contains("\"holder\":\"supervisors\"");
  }

  @Test
  void nobodyShutsHimselfOut() {
    HttpResponse<String> answer = administrator.put("/api/access-limits/groups/camunda-admin", ELSEWHERE);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("limit: would shut you out");
    assertThat(administrator.get("/api/access-limits").body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{}|networks: give networks, hours or both",
      "{\"networks\": [\"::1\", \"office.example.com\"]}|networks[1]: must be a network such as",
      "{\"networks\": [\"192.0.2.0/33\"]}|networks[0]: must be a network such as",
      "{\"networks\": [\"192.0.2.300\"]}|networks[0]: must be a network such as",
      "{\"hours\": {\"from\": \"8\", \"to\": \"18:00\", \"zone\": \"Etc/UTC\"}}|hours.from: must be a time",
      "{\"hours\": {\"from\": \"08:00\", \"to\": \"08:00\", \"zone\": \"Etc/UTC\"}}|hours.to: is the same",
      "{\"hours\": {\"from\": \"08:00\", \"to\": \"18:00\"}}|hours.zone: must be a time zone",
      "{\"hours\": {\"from\": \"08:00\", \"to\": \"18:00\", \"zone\": \"UTC\", \"days\": [\"Mo\"]}}"
          + "|hours.days[0]: must be"})
  void whatCannotBeIsRefusedByItsField(String limit, String message) {
    HttpResponse<String> answer = administrator.put(OF_USER, limit);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"detail\":\"" + message);
  }

  @Test
  void aLimitNeedsAUserOrAGroupThatThereIs() {
    assertThat(administrator.put("/api/access-limits/users/nobody", HERE).statusCode()).isEqualTo(404);
    assertThat(administrator.put("/api/access-limits/groups/nobody", HERE).statusCode()).isEqualTo(404);
    assertThat(administrator.call("DELETE", OF_USER).statusCode()).isEqualTo(404);
  }

  @Test
  void whoComesAndGoesIsInTheAuditTrail() {
    HttpUser supervisor = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");
    assertThat(newest("LOGIN")).isEqualTo("supervisor1 tasklist");

    supervisor.post("/camunda/api/admin/auth/user/default/logout", "");

    assertThat(supervisor.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(newest("LOGOUT")).isEqualTo("supervisor1 web apps");
  }

  @Test
  void aWrongPasswordIsInTheAuditTrailButNotWhatElseWasTypedAsAName() {
    // a user of no other test: the engine locks out for a while who gives a wrong password
    HttpUser.withPassword(port, "supervisor2", "wrong").get("/api/cases");
    assertThat(newest("LOGIN_REFUSED")).isEqualTo("supervisor2 REST: wrong password");

    HttpUser.withPassword(port, "MySecretPassword", "owner1").get("/api/cases");

    assertThat(newest("LOGIN_REFUSED")).isEqualTo("null REST: wrong password");
    assertThat(administrator.get("/api/audit").body()).doesNotContain("MySecretPassword");
  }

  @Test
  void managersReadTheTrailByUserAndDayAndAsCsv() {
    HttpUser.withPassword(port, COLLECTOR_1).get("/api/debtors/nobody-of-this-name/reachability");
    HttpUser manager = HttpUser.withPassword(port, MANAGER_1);
    String today = now().toString().substring(0, 10);

    String page = manager.get("/api/audit?user=collector1&kind=VIEW&from=" + today + "&to=" + today).body();
    String csv = manager.getCsv("/api/audit?user=collector1&kind=VIEW&size=1").body();

    assertThat(page).contains("\"detail\":\"GET /api/debtors/{debtorId}/reachability\"", "\"user\":\"collector1\"")
        .doesNotContain("nobody-of-this-name", "\"user\":\"manager1\"");
    assertThat(csv).startsWith("id,at,kind,user,address,case,debtor,detail,about,user_deleted_at,times\r\n")
        .contains(",VIEW,collector1,", "GET /api/debtors/{debtorId}/reachability");
    assertThat(manager.get("/api/audit?from=yesterday").body()).contains("from: cannot be read");
    assertThat(manager.get("/api/audit?size=0").statusCode()).isEqualTo(400);
    assertThat(manager.getCsv("/api/audit?size=10001").statusCode()).isEqualTo(400);
    assertThat(manager.get("/api/audit?user=collector1&to=2001-01-01").body()).contains("\"items\":[]");
  }

  private void set(String limit, String entry) {
    assertThat(administrator.put(limit, entry).statusCode()).isEqualTo(200);
  }

  private Instant now() {
    return Instant.parse(administrator.get("/api/clock").body().replaceAll(".*\"now\":\"([^\"]+)\".*", "$1"));
  }

  /** The user and the detail of the newest entry of a kind. */
  private String newest(String kind) {
    return database.sql("select user_id, detail from audit_entry where kind = :kind order by event_id desc limit 1")
        .param("kind", kind).query((row, number) -> row.getString("user_id") + " " + row.getString("detail")).single();
  }
}
