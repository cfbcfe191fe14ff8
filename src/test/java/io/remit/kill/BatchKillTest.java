package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.database.PostgresDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Nodes are killed while they work on a batch, each in a transaction in which it has noted what became of cases; others
 * go on. In the end every case was paused, once. Each second node runs on a machine whose clock is ten minutes ahead.
 * One kill, or as many as {@code remit.kill.batch-kills} says; with {@code remit.kill.shipped-locks} the nodes lock
 * jobs as they do unless set, which takes longer.
 */
@Tag("kill")
class BatchKillTest {

  private static final Logger LOG = LoggerFactory.getLogger(BatchKillTest.class);
  private static final int KILLS = Integer.getInteger("remit.kill.batch-kills", 1);
  /** Two of the engine's jobs for each kill, and two for who is left. */
  private static final int CASES = 100 * (KILLS + 1);
  /** That of application-test.yml, in place of which the administrator has to choose his own. */
  private static final String FIRST_PASSWORD = "a-password-for-tests-alone";
  private static final String OWN_PASSWORD = "a-word-of-ones-own-to-go-on";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final boolean SHIPPED_LOCKS = Boolean.getBoolean("remit.kill.shipped-locks");
  /** What docs/nodes.md promises: the lock of 30 seconds, and 30 more. */
  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(60);
  private static final Duration WRONG = Duration.ofMinutes(10);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;
  private JdbcClient database;
  private int started;

  @Test
  void everyCaseOfABatchIsDoneOnceAlthoughNodesAreKilledInTheMiddle() throws Exception {
    List<Node> nodes = new ArrayList<>();
    try (PostgresDatabase postgres = PostgresDatabase.create()) {
      database = JdbcClient.create(postgres.dataSource());
      nodes.add(start(postgres));
      TestRestTemplate first = nodes.get(0).rest();
      choosePassword(first);
      nodes.add(start(postgres));
      openCases(first);
      if (SHIPPED_LOCKS) {
        nodes.get(1).rest();
      }
      OffsetDateTime ordered = databaseTime();
      long batch = order(first);
      for (int kill = 1; kill <= KILLS; kill++) {
        Node victim = awaitInTheMiddle(nodes, done());
        victim.process().kill();
        long killed = System.nanoTime();
        nodes.remove(victim);
        LOG.info("{} killed after {} of {} cases", victim.name(), done(), CASES);
        assertThat(done()).isBetween(1, CASES - 1);
        if (kill < KILLS) {
          nodes.add(start(postgres));
        } else if (SHIPPED_LOCKS) {
          await().atMost(PATIENCE).until(() -> done() == CASES);
          Duration after = Duration.ofNanos(System.nanoTime() - killed);
          LOG.info("All cases were done {} ms after the kill", after.toMillis());
          assertThat(after).isLessThan(TAKEN_OVER_WITHIN);
        }
      }
      await().atMost(PATIENCE).until(() -> count("act_ru_batch") == 0);
      assertThatAllWroteTheDatabasesTime(ordered);
      assertThatItIsReportedAsDone(batch, nodes.get(0).rest());
      assertThatEachCaseWasPausedOnce();
    } finally {
      nodes.forEach(node -> node.process().close());
    }
  }

  /** A node, known to the database by its name. */
  private record Node(String name, JavaProcess process) {

    /** Its REST interface, when it is up. */
    TestRestTemplate rest() {
      return new TestRestTemplate(
          new RestTemplateBuilder().rootUri("http://localhost:" + process.awaitWord("port")), "admin", OWN_PASSWORD);
    }

    /** Whether it has noted what became of a case, and has not committed that. */
    boolean isInTheMiddle(JdbcClient database) {
      return database.sql("""
          select count(*) from pg_locks join pg_stat_activity using (pid)
           where application_name = :node and relation = 'case_batch_item'::regclass and mode = 'RowExclusiveLock'
          """).param("node", name).query(Integer.class).single() > 0;
    }
  }

  /** Starts one that works on one job at a time. What a dead one had locked is free after three seconds. */
  private Node start(PostgresDatabase postgres) throws Exception {
    started++;
    String name = "node" + started;
    List<String> settings = new ArrayList<>(List.of("--spring.profiles.active=test", "--server.port=0",
        "--remit.work-folder=" + folder, "--remit.inbox.poll=1h", "--remit.clock.follow=database",
        "--spring.datasource.url=" + postgres.url() + "&ApplicationName=" + name,
        "--spring.datasource.username=postgres", "--camunda.bpm.job-execution.enabled=true",
        "--camunda.bpm.job-execution.core-pool-size=1", "--camunda.bpm.job-execution.max-pool-size=1",
        "--camunda.bpm.generic-properties.properties.batch-poll-time=1"));
    if (!SHIPPED_LOCKS) {
      settings.addAll(List.of("--camunda.bpm.job-execution.lock-time-in-millis=3000",
          "--camunda.bpm.job-execution.wait-time-in-millis=100", "--camunda.bpm.job-execution.max-wait=500"));
    }
    return new Node(name, new JavaProcess(folder.resolve(name + ".out"),
        isWrong() ? WrongClock.ahead(WRONG, folder) : Map.of(), RemitNode.class, settings.toArray(String[]::new)));
  }

  private boolean isWrong() {
    return started % 2 == 0 && WrongClock.isPossible();
  }

  private OffsetDateTime databaseTime() {
    return database.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
  }

  /** Whichever node wrote it, and whatever the clock of its machine shows. */
  private void assertThatAllWroteTheDatabasesTime(OffsetDateTime since) {
    Duration allowed = Duration.ofSeconds(1);
    for (String written : List.of("case_batch_item where settled_at", "case_event where type = 'HOLD' and at",
        "act_ru_task where task_def_key_ = 'task_review_hold' and create_time_")) {
      assertThat(count(written + " not between timestamptz '" + since.minus(allowed) + "' and timestamptz '"
          + databaseTime().plus(allowed) + "'")).as(written).isZero();
    }
    if (started > 1 && WrongClock.isPossible()) {
      assertThat(folder.resolve("node2.out")).content().as("the second node's machine is wrong")
          .containsPattern("The database's clock is -(59|60)[0-9]{4} ms ahead");
    }
  }

  private static void choosePassword(TestRestTemplate rest) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.setAll(Map.of("user", "admin", "old", FIRST_PASSWORD, "chosen", OWN_PASSWORD, "again", OWN_PASSWORD));
    assertThat(rest.postForEntity("/password", form, String.class).getStatusCode().value()).isEqualTo(200);
  }

  private static void openCases(TestRestTemplate rest) {
    LocalDate due = LocalDate.now(ZoneOffset.UTC).minusDays(3);
    String rows = IntStream.rangeClosed(1, CASES).mapToObj(number ->
        "A%d,LOAN,EUR,100.00,100.00,%s,D%d,Ann Example,UTC\n".formatted(number, due, number))
        .collect(Collectors.joining());
    assertThat(post(rest, "/api/intake/arrears", new MediaType("text", "csv"),
        "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,"
            + "time_zone\n" + rows).path("opened").asInt()).isEqualTo(CASES);
  }

  private static long order(TestRestTemplate rest) {
    return post(rest, "/api/batches", MediaType.APPLICATION_JSON, """
        {"action": "HOLD", "hold": "CREDITOR_REQUEST", "select": {"product": "LOAN"},
          "reason": "The creditor sells these loans", "cases": %d}
        """.formatted(CASES)).path("id").asLong();
  }

  private static JsonNode post(TestRestTemplate rest, String path, MediaType type, String body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(type);
    return rest.postForObject(path, new HttpEntity<>(body, headers), JsonNode.class);
  }

  /** @param before so many cases are done already; it waits for more */
  private Node awaitInTheMiddle(List<Node> nodes, int before) {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2))
        .until(() -> nodes.stream().filter(node -> done() > before && node.isInTheMiddle(database)).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private int done() {
    return count("case_batch_item where outcome = 'DONE'");
  }

  private static void assertThatItIsReportedAsDone(long batch, TestRestTemplate rest) {
    JsonNode shown = rest.getForObject("/api/batches/" + batch, JsonNode.class);
    assertThat(shown.path("status").asText()).isEqualTo("FINISHED");
    assertThat(shown.path("total").asInt()).isEqualTo(CASES);
    assertThat(shown.path("done").asInt()).isEqualTo(CASES);
    JsonNode report = rest.getForObject("/api/batches/" + batch + "/report?size=1000", JsonNode.class).path("items");
    assertThat(report.findValuesAsText("caseNumber")).hasSize(CASES).doesNotHaveDuplicates();
    assertThat(report.findValuesAsText("outcome")).hasSize(CASES).containsOnly("DONE");
  }

  private void assertThatEachCaseWasPausedOnce() {
    assertThat(count("collection_case where status = 'HELD'")).isEqualTo(CASES);
    assertThat(casesWithoutExactlyOne("hold x where x.case_number = c.case_number")).isEmpty();
    for (String entry : List.of("HOLD", "BATCH")) {
      assertThat(casesWithoutExactlyOne(
          "case_event x where x.case_number = c.case_number and x.type = '" + entry + "'")).isEmpty();
    }
    assertThat(casesWithoutExactlyOne("""
        act_ru_execution x join act_ru_execution process on process.id_ = x.proc_inst_id_
         where process.business_key_ = c.case_number and x.act_id_ = 'held'""")).isEmpty();
    assertThat(count("act_ru_task where task_def_key_ = 'task_review_hold'")).isEqualTo(CASES);
    assertThat(count("act_ru_incident")).isZero();
    assertThat(count("act_ru_job where exception_msg_ is not null")).isZero();
  }

  private List<String> casesWithoutExactlyOne(String rows) {
    return database.sql("select case_number from collection_case c where (select count(*) from " + rows + ") <> 1")
        .query(String.class).list();
  }

  private int count(String rows) {
    return database.sql("select count(*) from " + rows).query(Integer.class).single();
  }
}
