package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.remit.contact.dispatch.ContactNode;
import io.remit.database.PostgresDatabase;
import io.remit.gateway.http.FakeSmsGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nodes are killed again and again while they send, on a PostgreSQL and to a gateway that does not recognise a message
 * that comes twice. What became of the messages is judged by {@link KillJudge}. 2 kills, or as many as
 * {@code remit.kill.kills} says.
 */
@Tag("kill")
class KillTest {

  private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
  private static final int KILLS = Integer.getInteger("remit.kill.kills", 2);
  private static final int MESSAGES = Math.min(2000, 200 * KILLS);
  private static final int NODES = 2;
  private static final int THREADS = 4;
  /** So many messages go out between two kills at most, so that they last. */
  private static final int MOST_BETWEEN_KILLS = MESSAGES / KILLS / 2;
  /** The more kills, the slower the gateway: a node takes its time to start. */
  private static final Duration WAY = Duration.ofMillis(Math.max(20, 3 * KILLS / 2));
  private static final Duration LEASE = Duration.ofSeconds(2).plus(WAY.multipliedBy(4));
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final long seed = Long.getLong("remit.kill.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Duration behind = Duration.between(ManyDebtors.MONDAY_NOON, Instant.now());

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;
  private int started;

  @Test
  void noMessageIsLostOrDoubledAtAGatewayThatCanBeAsked() throws Exception {
    JavaProcess verdict = kill(0, "--take-after-ms=" + WAY.toMillis(), "--no-dedup");

    assertThat(verdict.awaitEnd()).as(verdict.read()).isZero();
    assertThat(verdict.word("ledger")).hasValue("{SENT=" + MESSAGES + "}");
  }

  @Test
  void noMessageIsDoubledAtAGatewayThatCannotBeAskedAndEachInDoubtIsListed() throws Exception {
    JavaProcess verdict = kill(KILLS * THREADS, "--take-after-ms=" + WAY.toMillis(), "--no-dedup", "--no-lookup");

    assertThat(verdict.awaitEnd()).as(verdict.read()).isZero();
    assertThat(verdict.word("unknown")).as("the nodes were killed while they sent").get().isNotEqualTo("0");
  }

  private JavaProcess kill(int unknownAtMost, String... gatewayOptions) throws Exception {
    LOG.info("Seed {}: {} kills", seed, KILLS);
    Path log = folder.resolve("taken.jsonl");
    List<String> options = new ArrayList<>(List.of("--port=0", "--log=" + log, "--delay-ms=" + WAY.toMillis()));
    options.addAll(List.of(gatewayOptions));
    List<Node> nodes = new ArrayList<>();
    try (PostgresDatabase postgres = PostgresDatabase.create();
        JavaProcess gateway = new JavaProcess(folder.resolve("gateway.out"), FakeSmsGateway.class,
            options.toArray(String[]::new))) {
      JdbcClient database = prepared(postgres);
      String[] settings = settings(postgres, gateway.awaitWord("port"), !options.contains("--no-lookup"));
      try {
        while (nodes.size() < NODES) {
          nodes.add(start(settings));
        }
        for (int kill = 0; kill < KILLS; kill++) {
          awaitProgress(log, lines(log) + 1 + random.nextInt(MOST_BETWEEN_KILLS));
          Node victim = awaitSending(nodes, database);
          victim.process().kill();
          nodes.set(nodes.indexOf(victim), start(settings));
        }
        await().atMost(PATIENCE.multipliedBy(5)).pollInterval(Duration.ofMillis(200))
            .until(() -> unfinished(database) == 0);
      } finally {
        nodes.forEach(node -> node.process().close());
      }
      JavaProcess judge = new JavaProcess(folder.resolve("verdict.txt"), KillJudge.class, "--log=" + log,
          "--url=" + url(postgres), "--user=postgres", "--unknown-at-most=" + unknownAtMost);
      judge.awaitEnd();
      LOG.info("{} kills:\n{}", KILLS, judge.read());
      return judge;
    }
  }

  private static String url(PostgresDatabase postgres) {
    return postgres.url();
  }

  private static JdbcClient prepared(PostgresDatabase postgres) {
    Flyway.configure().dataSource(postgres.dataSource()).load().migrate();
    JdbcClient database = JdbcClient.create(postgres.dataSource());
    database.sql(ContactNode.ASKED).update();
    ManyDebtors.add(database, MESSAGES, "overdue-sms");
    return database;
  }

  private String[] settings(PostgresDatabase postgres, String gatewayPort, boolean lookUp) {
    return new String[] {"spring.datasource.url=" + url(postgres), "spring.datasource.username=postgres",
        "spring.flyway.enabled=false", "remit.channels.sms=http", "remit.http-sms.url=http://127.0.0.1:" + gatewayPort,
        "remit.http-sms.look-up=" + lookUp, "remit.dispatcher.threads=" + THREADS, "remit.dispatcher.pause=50ms",
        "remit.dispatcher.lease=" + LEASE.toMillis() + "ms", "remit.dispatcher.doubt=500ms",
        "remit.slow-network.most=" + WAY.toMillis() + "ms", "remit.test-clock.behind=" + behind,
        "remit.work-folder=" + folder};
  }

  /** A node, known to the ledger by a name that it gives itself. */
  private record Node(JavaProcess process) {

    /** Whether it has handed a message over, or is about to, and has not written down yet how that ended. */
    boolean isSending(JdbcClient database) {
      return process.word("node").filter(name -> database.sql("""
          select count(*) from contact_attempt where status = 'CLAIMED' and handed_over_at is not null
            and claimed_by = :node
          """).param("node", name).query(Integer.class).single() > 0).isPresent();
    }
  }

  private Node start(String[] settings) {
    started++;
    return new Node(new JavaProcess(folder.resolve("node" + started + ".out"), ContactNode.class, settings));
  }

  private static void awaitProgress(Path log, long messages) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> lines(log) >= messages);
  }

  /** A node that is sending now, by chance one or the other. */
  private Node awaitSending(List<Node> nodes, JdbcClient database) {
    List<Node> sending = new ArrayList<>();
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> {
      nodes.stream().filter(node -> node.isSending(database)).forEach(sending::add);
      return !sending.isEmpty();
    });
    return sending.get(random.nextInt(sending.size()));
  }

  private static int unfinished(JdbcClient database) {
    return database.sql("select count(*) from contact_attempt where status in ('PLANNED', 'CLAIMED')")
        .query(Integer.class).single();
  }

  private static long lines(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.count();
    }
  }
}
