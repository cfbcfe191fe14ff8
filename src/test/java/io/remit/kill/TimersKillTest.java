package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.remit.database.PostgresDatabase;
import io.remit.process.engine.LeasedEngine;
import io.remit.process.time.TimerNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes work on timers; one believes that it is ten minutes later than it is, or earlier. One that is in the middle
 * of a timer is killed, and the other goes on: each timer is done once, none before its time, and what the dead one had
 * taken is done within its lease and half a minute. 1 kill, or as many as {@code remit.kill.timer-kills} says, with
 * another node in place of each that was killed.
 */
@Tag("kill")
class TimersKillTest {

  private static final Logger LOG = LoggerFactory.getLogger(TimersKillTest.class);
  private static final int KILLS = Integer.getInteger("remit.kill.timer-kills", 1);
  private static final int TIMERS = 100 * KILLS;
  private static final Duration LEASE = Duration.ofMillis(Integer.getInteger("remit.kill.timer-lease", 3_000));
  private static final Duration TAKEN_OVER_WITHIN = LEASE.plusSeconds(30);
  private static final Duration WRONG = Duration.ofMinutes(10);
  /** By which a node may take the database's clock for another: half of the slowest answer that counts. */
  private static final Duration HALF_THE_WAY = Duration.ofMillis(500);
  private static final Duration UNTIL_DUE = Duration.ofSeconds(2);
  /** Which a node needs for a timer, on a busy machine. */
  private static final Duration FOR_EACH = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(3).plus(LEASE);

  private final long seed = Long.getLong("remit.kill.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;
  private JdbcClient database;
  private int started;

  /** A node, known to the database by its name. */
  private record Node(String name, JavaProcess process) {

    /** Whether it has written down that a timer is done, and has not committed that. */
    boolean isInTheMiddle(JdbcClient database) {
      return database.sql("""
          select count(*) from pg_locks join pg_stat_activity using (pid)
           where application_name = :node and relation = 'timer_done'::regclass and mode = 'RowExclusiveLock'
          """).param("node", name).query(Integer.class).single() > 0;
    }
  }

  @Test
  void eachTimerIsDoneOnceAlthoughANodeIsKilledInTheMiddle() throws Exception {
    LOG.info("-Dremit.kill.seed={}: {} kills, {} timers, a lease of {}", seed, KILLS, TIMERS, LEASE);
    List<Node> nodes = new ArrayList<>();
    try (PostgresDatabase postgres = PostgresDatabase.create();
        HikariDataSource source = DataSourceBuilder.create().type(HikariDataSource.class).url(postgres.url())
            .username(postgres.user()).build()) {
      database = JdbcClient.create(source);
      database.sql(LeasedEngine.DONE).update();
      ProcessEngine engine = LeasedEngine.prepare(source);
      LeasedEngine.wait(engine, TIMERS);
      engine.close();
      nodes.add(start(postgres));
      nodes.add(start(postgres));
      for (Node node : nodes) {
        node.process().awaitWord("timers");
      }
      Instant due = databaseTime().plus(UNTIL_DUE).truncatedTo(ChronoUnit.SECONDS);
      LeasedEngine.makeDue(source, due);
      Duration longest = Duration.ZERO;
      for (int kill = 0; kill < KILLS; kill++) {
        Node victim = nodes.get(random.nextInt(nodes.size()));
        int enough = done() + random.nextInt(TIMERS / KILLS / 2);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2))
            .until(() -> done() >= enough && victim.isInTheMiddle(database));
        List<String> taken = taken(victim);
        victim.process().kill();
        long killed = System.nanoTime();
        nodes.remove(victim);
        if (kill + 1 < KILLS) {
          nodes.add(start(postgres));
        }
        await().atMost(PATIENCE).until(() -> left(taken) == 0);
        Duration took = Duration.ofNanos(System.nanoTime() - killed);
        longest = took.compareTo(longest) > 0 ? took : longest;
        assertThat(took).as("%s had taken %d; seed %d", victim.name(), taken.size(), seed)
            .isLessThan(TAKEN_OVER_WITHIN);
      }
      await().atMost(PATIENCE.plus(FOR_EACH.multipliedBy(TIMERS))).until(() -> count("act_ru_job") == 0);
      LOG.info("{} kills: {} timers done, what a dead node had taken after {} ms at most", KILLS, done(),
          longest.toMillis());
      assertThat(database.sql("select distinct timer from timer_done").query(String.class).list()).hasSize(TIMERS);
      assertThat(done()).as("each once; seed %d", seed).isEqualTo(TIMERS);
      assertThat(count("timer_done where at < timestamptz '" + due.minus(HALF_THE_WAY) + "'"))
          .as("none before its time").isZero();
      assertThat(count("act_ru_execution")).isZero();
      assertThat(database.sql("select distinct node from timer_done").query(String.class).list())
          .as("all nodes worked").hasSizeGreaterThanOrEqualTo(2);
    } finally {
      nodes.forEach(node -> node.process().close());
    }
  }

  private Node start(PostgresDatabase postgres) throws Exception {
    String name = "node" + ++started;
    return new Node(name, new JavaProcess(folder.resolve(name + ".out"), clock(), TimerNode.class, name,
        postgres.url(), String.valueOf(LEASE.toMillis())));
  }

  /** The first is late, the second early, the third right, and so on. */
  private Map<String, String> clock() throws Exception {
    return started % 3 == 0 || !WrongClock.isPossible() ? Map.of()
        : WrongClock.ahead(started % 3 == 1 ? WRONG.negated() : WRONG, folder);
  }

  private Instant databaseTime() {
    return database.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }

  /** The timers that a node has taken and not done. */
  private List<String> taken(Node node) {
    return database.sql("select id_ from act_ru_job where lock_owner_ = :node").param("node", node.name())
        .query(String.class).list();
  }

  private int left(List<String> jobs) {
    return jobs.isEmpty() ? 0 : database.sql("select count(*) from act_ru_job where id_ in (:jobs)")
        .param("jobs", jobs).query(Integer.class).single();
  }

  private int done() {
    return count("timer_done");
  }

  private int count(String rows) {
    return database.sql("select count(*) from " + rows).query(Integer.class).single();
  }
}
