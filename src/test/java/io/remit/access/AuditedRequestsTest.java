package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.Office.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything leaves a trace: who, what, on whom, from where, and what was really answered. */
@OnBothDatabases
class AuditedRequestsTest {

  /** Each test has cases and users of its own: entries of reads stand for some minutes. */
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @LocalServerPort
  private int port;
  @Autowired
  private JdbcClient database;

  private Office office;
  private HttpUser administrator;
  private String caseNumber;
  private String task;
  private String colleague;
  private long mark;

  @BeforeEach
  void openACaseWithATask() {
    office = new Office(port);
    administrator = HttpUser.loggedIn(port, ADMIN, "admin");
    letRepeatsEnd();
    int number = NUMBER.incrementAndGet();
    caseNumber = office.openCase("TRACE-" + number);
    task = office.proposeOffer(caseNumber, HttpUser.withPassword(port, COLLECTOR_1));
    colleague = "traced" + number;
    office.create(administrator, colleague, "collectors");
  }

  /** What another test just read is not to count as a repeat of what is read here. */
  private void letRepeatsEnd() {
    HttpUser clock = HttpUser.withPassword(port, ADMIN);
    Instant now = Instant.parse(clock.get("/api/clock").body().replaceAll("(?s).*\"now\" *: *\"([^\"]+)\".*", "$1"));
    assertThat(clock.post("/api/clock/advance", "{\"to\": \"" + now.plus(Duration.ofMinutes(6)) + "\"}").statusCode())
        .isEqualTo(200);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @ParameterizedTest
  @EnumSource(value = DemoUser.class, names = {"ADMIN", "SUPERVISOR_1", "COLLECTOR_1", "MANAGER_1", "PARTNER_1"})
  void whateverMayChangeSomethingOverTheWebAppsLeavesOneLineWhetherItIsAllowedOrNot(DemoUser user) {
    HttpUser person = HttpUser.loggedIn(port, user, user == MANAGER_1 ? "cockpit" : "tasklist");
    String instance = value("select proc_inst_id_ from act_ru_task where id_ = :id", task);
    String job = value("select min(id_) from act_ru_job where process_instance_id_ in (select proc_inst_id_"
        + " from act_ru_execution where business_key_ = :id)", caseNumber);

    leaves(user, person, "POST", ENGINE + "/task/" + task + "/claim", "{\"userId\": \"" + user.id() + "\"}",
        "engine/task/{id}/claim", caseNumber, user.id(), task);
    leaves(user, person, "POST", ENGINE + "/task/" + task + "/unclaim", "{}",
        "engine/task/{id}/unclaim", caseNumber, task);
    leaves(user, person, "POST", ENGINE + "/task/" + task + "/assignee", "{\"userId\": \"supervisor2\"}",
        "engine/task/{id}/assignee", caseNumber, "supervisor2", task);
    leaves(user, person, "PUT", ENGINE + "/job/" + job + "/retries", "{\"retries\": 3}",
        "engine/job/{id}/retries", caseNumber, job);
    leaves(user, person, "PUT", ENGINE + "/process-instance/" + instance + "/suspended", "{\"suspended\": false}",
        "engine/process-instance/{id}/suspended", caseNumber, instance);
    leaves(user, person, "PUT", ENGINE + "/user/" + colleague + "/profile", "{\"id\": \"" + colleague
        + "\", \"firstName\": \"Newer\", \"lastName\": \"Name\"}", "engine/user/{id}/profile", null, colleague);
    leaves(user, person, "PUT", ENGINE + "/user/" + colleague + "/credentials",
        "{\"password\": \"Secret-word-number-4\", \"authenticatedUserPassword\": \"" + user.id()
            + "\"}", "engine/user/{id}/credentials", null, colleague);
    leaves(user, person, "DELETE", ENGINE + "/group/collectors/members/" + colleague, "",
        "engine/group/collectors/members/{id}", null, colleague);
    leaves(user, person, "POST", ENGINE + "/authorization/create", "{\"type\": 1, \"permissions\": [\"READ\"],"
        + " \"userId\": \"" + colleague + "\", \"resourceType\": 5, \"resourceId\": \"none\"}",
        "engine/authorization/create", null, colleague, null);
    leaves(user, person, "POST", ENGINE + "/identity/verify", "{\"username\": \"Sesame-street\", \"password\": \"x\"}",
        "engine/identity/verify", null, (String) null);
    leaves(user, person, "POST", ENGINE + "/task/Sesame-street/claim", "{\"userId\": \"Sesame-street\"}",
        "engine/task/{id}/claim", null, (String) null);
    leaves(user, person, "POST", ENGINE + "/Sesame-street/Sesame-street", "{}", "engine/{id}/{id}", null,
        (String) null);

    assertThat(administrator().get("/api/audit?size=1000").body()).doesNotContain("Sesame-street", "Secret-word");
  }

  @Test
  void aUserWhoIsMadeIsNamedInTheLineAndOneWhoIsDeletedStaysNamed() {
    mark();
    office.create(administrator, "made1", "collectors");
    office.dismiss(administrator, "made1");

    soon(() -> assertThat(lines()).containsExactly("CHANGE admin 127.0.0.1 null made1 POST engine/user/create 204",
        "CHANGE admin 127.0.0.1 null made1 PUT engine/group/collectors/members/{id} 204",
        "CHANGE admin 127.0.0.1 null made1 DELETE engine/user/{id} 204"));
  }

  @Test
  void aFormThatIsRefusedIsALineWithWhatWasAnsweredThoughNothingElseStays() {
    HttpUser supervisor = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");
    mark();

    HttpResponse<String> answer = Office.submit(supervisor, task, "MAYBE");

    assertThat(answer.statusCode()).isEqualTo(500);
    soon(() -> assertThat(lines()).containsExactly(
        "CHANGE supervisor1 127.0.0.1 " + caseNumber + " " + task + " POST engine/task/{id}/submit-form 500"));
  }

  @Test
  void aFormThatIsTakenIsALineAndAnOutcome() {
    HttpUser supervisor = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");
    mark();

    Office.accepted(Office.submit(supervisor, task, "REJECTED"));

    soon(() -> assertThat(lines()).containsExactly(
        "CHANGE supervisor1 127.0.0.1 " + caseNumber + " " + task + " POST engine/task/{id}/submit-form 204",
        "OUTCOME supervisor1 127.0.0.1 " + caseNumber + " null task_approve_offer REJECTED"));
  }

  @Test
  void whoLooksAtACaseInTasklistOrCockpitIsALineOnceInSomeMinutes() {
    HttpUser supervisor = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");
    String instance = value("select proc_inst_id_ from act_ru_task where id_ = :id", task);
    HttpUser manager = HttpUser.loggedIn(port, MANAGER_1, "cockpit");
    mark();

    for (int i = 0; i < 3; i++) {
      Office.accepted(supervisor.get(ENGINE + "/task/" + task + "/form-variables?deserializeValues=false"));
      Office.accepted(supervisor.get("/api/tasks/" + task));
      Office.accepted(manager.get(ENGINE + "/process-instance/" + instance));
      Office.accepted(manager.post(ENGINE + "/variable-instance",
          "{\"processInstanceIdIn\": [\"" + instance + "\"], \"variableName\": \"none-such\"}"));
      supervisor.get(ENGINE + "/task/" + task + "/deployed-form");
    }

    soon(() -> assertThat(lines()).filteredOn(line -> !line.contains(" task_approve_offer")).containsExactly(
        "VIEW supervisor1 127.0.0.1 " + caseNumber + " " + task + " GET engine/task/{id}/form-variables",
        "VIEW supervisor1 127.0.0.1 " + caseNumber + " " + task + " GET /api/tasks/{taskId}",
        "VIEW manager1 127.0.0.1 " + caseNumber + " " + instance + " GET engine/process-instance/{id}",
        "LIST manager1 127.0.0.1 null null POST engine/variable-instance"));
  }

  @ParameterizedTest
  @EnumSource(value = DemoUser.class, names = {"ADMIN", "SUPERVISOR_1", "COLLECTOR_1", "PARTNER_1"})
  void whateverIsCalledOverRestLeavesOneLineWhetherItIsAllowedOrNot(DemoUser user) {
    HttpUser person = HttpUser.withPassword(port, user);

    leaves(user, person, "POST", "/api/cases/" + caseNumber + "/holds", "{\"reason\": \"NONE-SUCH\"}",
        "/api/cases/{caseNumber}/holds", caseNumber, (String) null);
    leaves(user, person, "DELETE", "/api/collectors/" + colleague, "", "/api/collectors/{userId}", null, colleague);
    leaves(user, person, "DELETE", "/api/access-limits/groups/collectors", "", "/api/access-limits/groups/{groupId}",
        null, "collectors");
    leaves(user, person, "POST", "/api/Sesame-street", "", "/api/**", null, (String) null);
    leaves(user, person, "POST", "/api/cases/Sesame-street/withdrawal", "{}",
        "/api/cases/{caseNumber}/withdrawal", null, (String) null);
    mark();
    int status = person.get("/api/cases/" + caseNumber + "/standing").statusCode();

    soon(() -> assertThat(lines()).containsExactly((status == 403 ? "REFUSED " : "VIEW ") + user.id()
        + " 127.0.0.1 " + caseNumber + " null GET /api/cases/{caseNumber}/standing" + (status == 403 ? " 403" : "")));
    assertThat(administrator().get("/api/audit?size=1000").body()).doesNotContain("Sesame-street");
  }

  @Test
  void whereTheAnswerIsAnErrorOfTheServerTheLineSaysSo() {
    mark();
    database.sql("alter table case_event rename to case_event_gone").update();
    int read;
    int changed;
    try {
      read = administrator().get("/api/cases/" + caseNumber + "/timeline").statusCode();
      changed = administrator().post("/api/cases/" + caseNumber + "/holds",
          "{\"reason\": \"CREDITOR_REQUEST\", \"note\": \"The creditor wants it\"}").statusCode();
    } finally {
      database.sql("alter table case_event_gone rename to case_event").update();
    }

    assertThat(List.of(read, changed)).containsExactly(500, 500);
    soon(() -> assertThat(lines()).containsExactly(
        "VIEW admin 127.0.0.1 " + caseNumber + " null GET /api/cases/{caseNumber}/timeline 500",
        "CHANGE admin 127.0.0.1 " + caseNumber + " null POST /api/cases/{caseNumber}/holds 500"));
  }

  @Test
  void whoIsNotKnownIsWrittenDownByHisAddressAndRepeatsAreCounted() {
    HttpUser nobody = HttpUser.nobody(port);
    mark();

    for (int i = 0; i < 3; i++) {
      assertThat(nobody.get("/api/cases/" + caseNumber + "/reliefs").statusCode()).isEqualTo(401);
      assertThat(nobody.post("/api/division/run", "{}").statusCode()).isEqualTo(401);
      assertThat(nobody.get(ENGINE + "/job/Sesame-street").statusCode()).isBetween(401, 403);
      assertThat(nobody.get("/engine-rest/Sesame-street").statusCode()).isBetween(401, 403);
      HttpUser.withPassword(port, "Sesame-street", "x").get("/api/cases");
    }

    // what other tests asked for elsewhere may be counted in an entry before
    soon(() -> assertThat(lines()).filteredOn(line -> !line.startsWith("LOGIN_REFUSED") && !line.contains("elsewhere"))
        .extracting(line -> line.substring(0, line.lastIndexOf(' '))).containsExactly(
            "REFUSED null 127.0.0.1 " + caseNumber + " null GET /api/cases/{caseNumber}/reliefs",
            "REFUSED null 127.0.0.1 null null POST /api/division/run",
            "REFUSED null 127.0.0.1 null null GET engine/job/{id}"));
    assertThat(database.sql("select count(*) from audit_entry where detail like 'GET elsewhere%'").query(Long.class)
        .single()).isPositive();
    soon(() -> assertThat(lines()).filteredOn(line -> line.startsWith("LOGIN_REFUSED"))
        .allMatch("LOGIN_REFUSED null 127.0.0.1 null null REST: wrong password"::equals));
  }

  @Test
  void whoComesInAndGoesHasTheLinesOfTheDoorAlone() {
    mark();

    HttpUser supervisor = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");
    supervisor.post("/camunda/api/admin/auth/user/default/logout", "");
    HttpUser.nobody(port).tryLogin("nobody-of-this-name", "wrong", "tasklist");

    soon(() -> assertThat(lines()).containsExactly("LOGIN supervisor1 127.0.0.1 null null tasklist",
        "LOGOUT supervisor1 127.0.0.1 null null web apps",
        "LOGIN_REFUSED null 127.0.0.1 null null web apps: wrong password"));
  }

  /** A segment that is no known word is taken for something typed; the engine's own words must not be. */
  @Test
  void theWordsOfTheEnginesRoutesAreKnown() throws Exception {
    JavaClasses served = new ClassFileImporter().importPackages("org.camunda.bpm.engine.rest",
        "org.camunda.bpm.cockpit", "org.camunda.bpm.admin", "org.camunda.bpm.tasklist",
        "org.camunda.bpm.welcome", "org.camunda.bpm.webapp");
    Set<String> words = served.stream().flatMap(type -> Stream.concat(type.getAnnotations().stream(),
            type.getMethods().stream().flatMap(method -> method.getAnnotations().stream())))
        .filter(annotation -> annotation.getRawType().getName().equals("jakarta.ws.rs.Path"))
        .map((JavaAnnotation<?> annotation) -> annotation.get("value").orElse("").toString())
        .flatMap(path -> Arrays.stream(path.split("/"))).filter(word -> word.matches("[A-Za-z-]+"))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(words).hasSizeGreaterThan(100);
    assertThat(new ClassPathResource("access/route-words.txt").getContentAsString(StandardCharsets.UTF_8).lines())
        .containsAll(words);
  }

  /** @param about one of which the line names: whom the body named, if it was read, else what the path named */
  private void leaves(DemoUser user, HttpUser person, String method, String path, String body, String route,
      String ofCase, String... about) {
    mark();
    int status = person.send(method, path, body).statusCode();
    String kind = status == 401 || status == 403 ? "REFUSED" : "CHANGE";
    soon(() -> assertThat(lines()).as(method + " " + path + " " + status).singleElement().isIn(Arrays.stream(about)
        .map(named -> kind + " " + user.id() + " 127.0.0.1 " + ofCase + " " + named + " " + method + " " + route + " "
            + status).toList()));
  }

  /** The server puts the status to a line when it has answered, so the caller may be first. */
  private static void soon(ThrowingRunnable assertion) {
    await().untilAsserted(assertion);
  }

  private void mark() {
    mark = database.sql("select coalesce(max(event_id), 0) from audit_entry").query(Long.class).single();
  }

  private List<String> lines() {
    return database.sql("""
        select kind, user_id, address, case_number, about, detail from audit_entry where event_id > :mark
         order by event_id
        """).param("mark", mark).query((row, number) -> row.getString(1) + " " + row.getString(2) + " "
            + row.getString(3) + " " + row.getString(4) + " " + row.getString(5) + " " + row.getString(6)).list();
  }

  private String value(String query, String id) {
    return database.sql(query).param("id", id).query(String.class).single();
  }

  private HttpUser administrator() {
    return HttpUser.withPassword(port, ADMIN);
  }
}
