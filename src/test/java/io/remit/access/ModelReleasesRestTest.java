package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.FIELD_1;
import static io.remit.access.DemoUser.LEGAL_1;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.OUTSOURCING_1;
import static io.remit.access.DemoUser.OWNER_1;
import static io.remit.access.DemoUser.PARTNER_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.DemoUser.SUPERVISOR_2;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.NewsRound;
import io.remit.model.HostileChange;
import io.remit.model.Marker;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process owner changes models while Remit runs: another person approves, it runs at once, one step goes back. */
@OnBothDatabases
class ModelReleasesRestTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String RELEASES = "/api/models/releases";
  private static final String CALLS = "call-debtor.bpmn";
  private static final String WORDS = "words/words.zh.csv";
  /** All of them with {@code -Dremit.hostile=all}. */
  private static final int HOSTILE_EACH = "all".equals(System.getProperty("remit.hostile")) ? 1 : 24;

  @LocalServerPort
  private int port;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private DecisionService decisions;
  @Autowired
  private JdbcClient database;
  @Autowired
  private NewsRound news;
  @Autowired
  private ManagementService jobs;
  @Autowired
  private BusinessCalendar calendar;
  private HttpUser owner;
  private HttpUser supervisor;
  private ModelFolder shipped;
  private int before;

  @BeforeEach
  void who() throws Exception {
    owner = HttpUser.withPassword(port, OWNER_1);
    supervisor = HttpUser.withPassword(port, SUPERVISOR_1);
    shipped = ModelFolder.in(Path.of("bpmn"));
    before = running();
  }

  /** Other tests use the same application: what runs is what runs everywhere again. */
  @AfterEach
  void shippedModelsRunAgain() {
    if (running() != before) {
      JsonNode proposed = read(owner.postBytes(RELEASES + "?comment=as+before&from=start", "application/zip", none()));
      if (proposed.has("number")) {
        approve(proposed.path("number").asInt());
      }
    }
  }

  private static byte[] none() {
    return new byte[0];
  }

  private int running() {
    return read(owner.get("/api/models/running")).at("/release/number").asInt();
  }

  private static byte[] edited(ModelFolder folder, String file, String old, String now) {
    return new HostileChange("an edit", file, old, now).madeFrom(folder).content();
  }

  private byte[] renamedTask(String name) {
    return edited(shipped, CALLS, "name=\"Call the debtor\"", "name=\"" + name + "\"");
  }

  private HttpResponse<String> propose(HttpUser by, String file, byte[] content) {
    return by.postBytes(RELEASES + "?comment=change+" + NUMBERS.incrementAndGet() + "&file=" + file,
        "application/octet-stream", content);
  }

  private int proposed(String file, byte[] content) {
    HttpResponse<String> answer = propose(owner, file, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return read(answer).path("number").asInt();
  }

  private HttpResponse<String> decide(HttpUser by, int release, String decision) {
    return by.post(RELEASES + "/" + release + "/decision",
        "{\"decision\": \"" + decision + "\", \"note\": \"looked at it\"}");
  }

  private void approve(int release) {
    HttpResponse<String> answer = decide(supervisor, release, "APPROVED");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(read(answer).path("status").asText()).isEqualTo("RUNNING");
  }

  private ProcessDefinition calls() {
    return repository.createProcessDefinitionQuery().processDefinitionKey("call-debtor").latestVersion().singleResult();
  }

  private String nameOfCall() {
    return calls().getName();
  }

  private long versions() {
    return repository.createDeploymentQuery().count() + repository.createProcessDefinitionQuery().count()
        + repository.createDecisionDefinitionQuery().count();
  }

  private String chineseFor(String code) {
    return read(HttpUser.withPassword(port, ADMIN).in("zh").get("/api/words")).path(code).asText();
  }

  /** Where the case of an account is, once what is new has reached it and what is due was done. */
  private String stageOf(String account) {
    news.tellAll();
    String process = database.sql("""
        select c.process_instance_id from collection_case c join account a on a.case_number = c.case_number
         where a.account_number = :id
        """).param("id", account).query(String.class).single();
    jobs.createJobQuery().processInstanceId(process).timers().duedateLowerThan(ClockUtil.getCurrentTime()).list()
        .forEach(due -> jobs.executeJob(due.getId()));
    return database.sql("""
        select c.stage from collection_case c join account a on a.case_number = c.case_number
         where a.account_number = :id
        """).param("id", account).query(String.class).single();
  }

  @Test
  void openCasesGoToTheStageThatOtherAgesAskForAndBackAgain() {
    String account = "AGED-" + NUMBERS.incrementAndGet();
    HttpUser.withPassword(port, OPERATOR).postCsv("/api/intake/arrears",
        "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,"
            + "phone,time_zone\n" + account + ",LOAN,EUR,500.00,500.00," + calendar.today().minusDays(25) + ",D-"
            + account + ",Nora Nameless,+442079460000,Europe/London\n");
    assertThat(stageOf(account)).isEqualTo("MESSAGE");

    approve(proposed("stage-by-aging.dmn", edited(shipped, "stage-by-aging.dmn", "&gt;= 30<", "&gt;= 20<")));
    assertThat(stageOf(account)).isEqualTo("TELEPHONE");
    owner.post(RELEASES + "/" + before + "/rollback", "{\"note\": \"too many calls\"}");
    assertThat(stageOf(account)).isEqualTo("MESSAGE");
  }

  @Test
  void aFolderIsProposedApprovedByAnotherPersonAndRunsAtOnceAndOneStepGoesBack() {
    ModelFolder changed = shipped
        .with(new ModelFile(CALLS, renamedTask("Ring the debtor")))
        .with(new ModelFile(WORDS, edited(shipped, WORDS, "reminder,提醒", "reminder,温馨提示")));
    assertThat(chineseFor("reminder")).isEqualTo("提醒");
    int versionBefore = calls().getVersion();

    HttpResponse<String> proposed = owner.postBytes(RELEASES + "?comment=Ring,+not+call&label=2026.12",
        "application/zip", Zip.of(changed));

    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
    int number = read(proposed).path("number").asInt();
    assertThat(read(proposed).path("status").asText()).isEqualTo("PROPOSED");
    assertThat(read(proposed).path("basedOn").asInt()).isEqualTo(before);
    assertThat(nameOfCall()).as("nothing runs that nobody approved").isEqualTo("Call the debtor");
    JsonNode whole = read(supervisor.get(RELEASES + "/" + number));
    assertThat(whole.path("changed")).extracting(JsonNode::asText).containsExactly(CALLS, WORDS);
    assertThat(whole.path("added")).isEmpty();
    assertThat(whole.path("removed")).isEmpty();
    assertThat(whole.path("files")).hasSize(shipped.files().size());
    assertThat(supervisor.get(RELEASES + "/" + number + "/file?name=" + WORDS).body()).contains("reminder,温馨提示");

    approve(number);

    assertThat(running()).isEqualTo(number);
    assertThat(nameOfCall()).isEqualTo("Ring the debtor");
    assertThat(calls().getVersion()).as("one new version").isEqualTo(versionBefore + 1);
    assertThat(chineseFor("reminder")).isEqualTo("温馨提示");
    JsonNode version = ofCalls();
    assertThat(version.path("release").asInt()).isEqualTo(number);
    assertThat(version.path("by").asText()).isEqualTo("owner1");
    assertThat(version.path("approvedBy").asText()).isEqualTo("supervisor1");
    assertThat(version.at("/version/version").asInt()).isEqualTo(versionBefore + 1);

    HttpResponse<String> back = owner.post(RELEASES + "/" + before + "/rollback", "{\"note\": \"it was worse\"}");

    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    assertThat(read(back).path("restores").asInt()).isEqualTo(before);
    assertThat(running()).isEqualTo(read(back).path("number").asInt());
    assertThat(nameOfCall()).isEqualTo("Call the debtor");
    assertThat(calls().getVersion()).as("the old contents, as a new version").isEqualTo(versionBefore + 2);
    assertThat(chineseFor("reminder")).isEqualTo("提醒");
    assertThat(read(owner.get(RELEASES + "/" + number)).at("/release/status").asText()).isEqualTo("ROLLED_BACK");
    assertThat(owner.post(RELEASES + "/" + number + "/rollback", "{\"note\": \"forth again\"}").statusCode())
        .as("what was rolled back needs another person again").isEqualTo(409);
    assertThat(HttpUser.withPassword(port, MANAGER_1).get("/api/audit?user=owner1&kind=CHANGE&size=50").body())
        .contains("models: release " + number + " proposed", "models: rolled back from release " + number);
  }

  private JsonNode ofCalls() {
    for (JsonNode each : read(owner.get("/api/models/running")).path("versions")) {
      if (each.at("/version/key").asText().equals("call-debtor") && each.at("/version/newest").asBoolean()) {
        return each;
      }
    }
    throw new AssertionError("call-debtor does not run");
  }

  @Test
  void aChangedRowOfATableCountsAtOnce() {
    String table = "stage-by-aging.dmn";
    int release = proposed(table, edited(shipped, table, "&gt;= 180", "&gt;= 200"));
    assertThat(stageAt(190)).isEqualTo("LEGAL");

    approve(release);

    assertThat(stageAt(190)).isEqualTo("VISIT");
  }

  private String stageAt(int days) {
    return decisions.evaluateDecisionTableByKey("stage-by-aging").variables(Map.of("daysPastDue", days))
        .evaluate().getSingleResult().getEntry("stage");
  }

  @Test
  void nobodyApprovesWhatTheyProposedAndNobodyDecidesTwice() {
    int release = proposed(CALLS, renamedTask("Phone the debtor"));

    HttpResponse<String> own = decide(owner, release, "APPROVED");
    assertThat(own.statusCode()).isEqualTo(400);
    assertThat(own.body()).contains("is for another person");
    assertThat(decide(owner, release, "REFUSED").statusCode()).as("nor refuses it").isEqualTo(400);
    assertThat(HttpUser.withPassword(port, "OWNER1", "owner1").get(RELEASES).statusCode()).isEqualTo(401);
    assertThat(supervisor.post(RELEASES + "/" + release + "/decision", "{\"decision\": \"REFUSED\"}").body())
        .contains("note: say why");
    assertThat(supervisor.post(RELEASES + "/" + release + "/decision", "{}").statusCode()).isEqualTo(400);
    assertThat(propose(owner, CALLS, renamedTask("Phone the debtor")).body()).as("twice").contains(
        "are proposed already, as release " + release);
    assertThat(decide(supervisor, release, "REFUSED").statusCode()).isEqualTo(200);
    assertThat(decide(HttpUser.withPassword(port, SUPERVISOR_2), release, "APPROVED").statusCode()).isEqualTo(409);
    assertThat(decide(supervisor, 99_999, "APPROVED").statusCode()).isEqualTo(404);
    assertThat(running()).isEqualTo(before);
    assertThat(propose(owner, CALLS, contentOf(CALLS)).body()).contains("are those that run already");
  }

  private byte[] contentOf(String file) {
    return shipped.file(file).orElseThrow().content();
  }

  @Test
  void ofTwoReleasesThatAreApprovedAtOnceOneRunsAndTheOtherIsOutOfDate() throws Exception {
    List<Integer> both =
        List.of(proposed(CALLS, renamedTask("First name")), proposed(CALLS, renamedTask("Other name")));
    List<HttpUser> deciding = List.of(supervisor, HttpUser.withPassword(port, SUPERVISOR_2));
    CyclicBarrier together = new CyclicBarrier(4);
    ExecutorService people = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> approvals = new ArrayList<>();
    for (HttpUser each : deciding) {
      both.forEach(release -> approvals.add(() -> {
        together.await();
        return decide(each, release, "APPROVED").statusCode();
      }));
    }
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : people.invokeAll(approvals)) {
      answers.add(answer.get());
    }
    people.shutdown();

    assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(both).extracting(release -> read(owner.get(RELEASES + "/" + release)).at("/release/status").asText())
        .containsExactlyInAnyOrder("RUNNING", "OUT_OF_DATE");
    assertThat(nameOfCall()).isEqualTo(running() == both.get(0) ? "First name" : "Other name");
    HttpResponse<String> late = owner.postBytes(RELEASES + "?comment=late&basedOn=" + before + "&file=" + CALLS,
        "application/octet-stream", renamedTask("Late name"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("out of date");
  }

  @Test
  void whatBreaksARuleIsAnsweredWithWhereAndNotStored() {
    long stored = count("model_release");
    long contents = count("model_content");

    HttpResponse<String> answer = propose(owner, CALLS, edited(shipped, CALLS, "<bpmn:process",
        "<bpmn:message id=\"x\" name=\"x\" /><bpmn:script /><bpmn:process"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode finding = read(answer).path("findings").path(0);
    assertThat(finding.path("file").asText()).isEqualTo(CALLS);
    assertThat(finding.path("line").asInt()).isPositive();
    assertThat(finding.path("rule").asText()).isNotEmpty();
    assertThat(finding.path("detail").asText()).isNotEmpty();
    HttpResponse<String> text = propose(owner, "messages/overdue-sms.en.1.txt",
        "Dear {debtorNmae}".getBytes(StandardCharsets.UTF_8));
    assertThat(text.statusCode()).isEqualTo(422);
    assertThat(text.body()).contains("debtorNmae");
    HttpResponse<String> words = propose(owner, "messages/stop-words.csv",
        "language,word\nen,start\n".getBytes(StandardCharsets.UTF_8));
    assertThat(words.statusCode()).as(words.body()).isEqualTo(422);
    assertThat(words.body()).contains("TEXTS_ARE_READABLE", "start-words.csv");
    assertThat(count("model_release")).isEqualTo(stored);
    assertThat(count("model_content")).isEqualTo(contents);
  }

  private long count(String table) {
    return database.sql("select count(*) from " + table).query(Long.class).single();
  }

  @Test
  void hostileModelsAreRefusedWithTheirFileAndNothingOfThemRuns() {
    List<HostileChange> all = HostileChange.all();
    List<HostileChange> sent = IntStream.range(0, all.size()).filter(i -> i % HOSTILE_EACH == 0).mapToObj(all::get)
        .toList();
    int made = Marker.made();
    long before = versions();
    long stored = count("model_release");

    for (HostileChange change : sent) {
      HttpResponse<String> answer = propose(owner, change.file(), change.madeFrom(shipped).content());
      assertThat(answer.statusCode()).as(change.toString()).isEqualTo(422);
      assertThat(read(answer).path("findings")).as(change.toString()).extracting(each -> each.path("file").asText())
          .contains(change.file());
    }

    assertThat(sent).hasSizeGreaterThan(6);
    assertThat(Marker.made()).as("times that code of a model ran").isEqualTo(made);
    assertThat(versions()).isEqualTo(before);
    assertThat(count("model_release")).isEqualTo(stored);
  }

  @Test
  void anArchiveWithAnythingOddInItIsRefused() {
    Zip.odd(shipped).forEach((what, archive) -> {
      HttpResponse<String> answer = owner.postBytes(RELEASES + "?comment=odd", "application/zip", archive);
      assertThat(answer.statusCode()).as(what + ": " + answer.body()).isIn(400, 413);
    });
    for (String name : List.of("..%2Frun.bpmn", "%2Fetc%2Fpasswd", "a%5Cb.bpmn", ".hidden", "messages%2F..%2Fx.bpmn",
        "C:x.bpmn", "x%00.bpmn", "")) {
      assertThat(propose(owner, name, contentOf(CALLS)).statusCode()).as(name).isEqualTo(400);
    }
    for (String name : List.of("run.js", "run.groovy", "run.bpmn20.xml", "a/run.bpmn", "messages/run.bpmn")) {
      assertThat(propose(owner, name, contentOf(CALLS)).statusCode()).as(name).isEqualTo(422);
    }
    assertThat(owner.postBytes(RELEASES + "?comment=", "application/zip", Zip.of(shipped)).statusCode()).isEqualTo(400);
    assertThat(owner.postBytes(RELEASES, "application/zip", Zip.of(shipped)).statusCode()).isEqualTo(400);
    assertThat(owner.postBytes(RELEASES + "?comment=" + "x".repeat(501), "application/zip", Zip.of(shipped))
        .statusCode()).isEqualTo(400);
    assertThat(owner.postBytes(RELEASES + "?comment=x&from=0x1", "application/zip", none()).statusCode())
        .isEqualTo(400);
    assertThat(owner.postBytes(RELEASES + "?comment=x&from=99999", "application/zip", none()).statusCode())
        .isEqualTo(404);
    HttpResponse<String> same = owner.postBytes(RELEASES + "?comment=the+same", "application/zip",
        Zip.of(shipped, "models/"));
    assertThat(same.body()).as("a folder around all does not count").contains("are those that run already");
  }

  @Test
  void everyOtherGroupIsRefusedOnEachRoute() {
    int release = proposed(CALLS, renamedTask("Dial the debtor"));
    List<DemoUser> none = List.of(COLLECTOR_1, FIELD_1, LEGAL_1, OUTSOURCING_1, PARTNER_1);
    for (DemoUser each : none) {
      HttpUser user = HttpUser.withPassword(port, each);
      for (String path : List.of("/api/models/running", RELEASES, RELEASES + "/" + release,
          RELEASES + "/" + release + "/file?name=" + CALLS)) {
        assertThat(user.get(path).statusCode()).as(each + " " + path).isEqualTo(403);
      }
    }
    for (DemoUser each : List.of(COLLECTOR_1, FIELD_1, LEGAL_1, OUTSOURCING_1, PARTNER_1, MANAGER_1, OPERATOR)) {
      HttpUser user = HttpUser.withPassword(port, each);
      assertThat(decide(user, release, "APPROVED").statusCode()).as(each.id()).isEqualTo(403);
      assertThat(propose(user, CALLS, renamedTask("x")).statusCode()).as(each.id()).isEqualTo(403);
      assertThat(user.post(RELEASES + "/1/rollback", "{\"note\": \"x\"}").statusCode()).as(each.id()).isEqualTo(403);
    }
    assertThat(propose(supervisor, CALLS, renamedTask("x")).statusCode()).isEqualTo(403);
    assertThat(supervisor.post(RELEASES + "/1/rollback", "{\"note\": \"x\"}").statusCode()).isEqualTo(403);
    HttpUser forged = HttpUser.loggedIn(port, OWNER_1, "cockpit").guessing("0".repeat(32));
    assertThat(propose(forged, CALLS, renamedTask("x")).statusCode()).isIn(401, 403);
    HttpUser page = HttpUser.loggedIn(port, OWNER_1, "cockpit");
    assertThat(propose(page, CALLS, renamedTask("x")).statusCode()).isEqualTo(201);
    assertThat(decide(supervisor, release, "REFUSED").statusCode()).isEqualTo(200);
    assertThat(running()).isEqualTo(before);
  }
}
