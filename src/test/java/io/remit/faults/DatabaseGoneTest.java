package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.remit.faults.FaultSite.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database goes away: its connections are cut while a file is taken in, messages are sent and timers run; its
 * server is stopped; the node has no connection left. Whoever asks is told so, health says so, and afterwards nothing
 * is lost or doubled. Connections are cut 3 times, or as often as {@code remit.faults.cuts} says.
 */
@Tag("faults")
@Order(5)
class DatabaseGoneTest {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseGoneTest.class);
  private static final int CUTS = Integer.getInteger("remit.faults.cuts", 3);
  private static final int CASES = 20;
  private static final int MORE_THAN_A_JOB_HAS_TRIES = 4;
  private static final String WAITING_FOR_A_LOCK =
      "pg_stat_activity where application_name = 'remit' and wait_event_type = 'Lock'";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FaultSite site = FaultSite.shared();
  private final Random random = Seed.of(DatabaseGoneTest.class);

  @Test
  void aFileDuringWhichConnectionsAreCutIsAnsweredAndIsWholeWhenItComesAgain() {
    List<String> answers = new ArrayList<>();
    for (int cut = 0; cut < CUTS; cut++) {
      String file = file("CUT" + cut + "-", site.today());
      CompletableFuture<Answer> sent = CompletableFuture.supplyAsync(() -> site.send("arrears", "text/csv", file));
      await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5))
          .until(() -> sent.isDone() || site.count("intake_file where status = 'APPLYING'") > 0);
      pause(random.nextInt(700));
      site.cutConnections();
      answers.add(sent.join().status() + " " + sent.join().body());
      await().atMost(PATIENCE).until(() -> site.send("arrears", "text/csv", file).status() == 200);
    }
    LOG.info("{} cuts during a file: {}", CUTS, answers);

    assertThat(answers).allMatch(answer -> answer.startsWith("200 ") || answer.startsWith("500 ")
        && answer.contains("again") || answer.startsWith("503 ") && answer.contains("database"));
    assertThat(site.count("collection_case where debtor_id like 'CUT%'")).isEqualTo(CUTS * CASES);
    assertThat(site.broken()).isEmpty();
  }

  @Test
  void messagesAndTimersDuringWhichConnectionsAreCutAreNeitherLostNorDoubled() {
    assertThat(site.send("arrears", "text/csv", file("SENT", site.today())).status()).isEqualTo(200);
    site.jumpTo(nextMondayAtNoon());
    site.jobExecutor().start();
    try {
      for (int cut = 0; cut < CUTS; cut++) {
        pause(random.nextInt(800));
        site.cutConnections();
      }
    } finally {
      site.jobExecutor().shutdown();
    }
    site.workUntilQuiet(PATIENCE);
    LOG.info("{} cuts while {} messages went out", CUTS, sent());

    assertThat(sent()).isEqualTo(CASES);
    assertThat(site.count("act_ru_incident")).isZero();
    assertThat(site.broken()).isEmpty();
  }

  @Test
  void aJobWhoseConnectionIsCutAgainAndAgainHasUsedUpNoTry() throws SQLException {
    // behind other tests of the site the Monday may be Easter's
    site.jumpTo(nextAtNoon(DayOfWeek.TUESDAY));
    site.workUntilQuiet(PATIENCE);
    assertThat(site.send("arrears", "text/csv", Home.HEADER + "\n"
        + Home.LONDON.row("TRIED", "100.00", site.today().minusDays(8), 60_000) + "\n").status()).isEqualTo(200);
    try (Connection holder = site.dataSource().getConnection()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("select 1 from collection_case where debtor_id = 'TRIED' for update");
      site.jobExecutor().start();
      for (int cut = 0; cut < MORE_THAN_A_JOB_HAS_TRIES; cut++) {
        await().atMost(PATIENCE).until(() -> {
          // a job whose failure could not be noted either is free again when its lock has run out
          site.jumpTo(site.now().plusSeconds(1));
          return site.count(WAITING_FOR_A_LOCK) > 0;
        });
        site.cutConnections();
      }
    } finally {
      site.jobExecutor().shutdown();
    }
    site.workUntilQuiet(PATIENCE);

    assertThat(site.count("contact_attempt where debtor_id = 'TRIED' and status = 'SENT'")).isEqualTo(1);
    assertThat(site.count("act_ru_incident")).isZero();
    assertThat(site.broken()).isEmpty();
  }

  @Test
  void whileTheServerIsStoppedEverybodyIsToldSoAndAfterwardsAllGoesOn() {
    site.jumpTo(nextMondayAtNoon());
    String file = file("STOPPED", site.today());
    site.jobExecutor().start();
    try {
      assertThat(site.health()).isEqualTo(200);
      site.stopDatabase();
      Answer refused = site.send("arrears", "text/csv", file);
      Answer asked = site.ask("/api/cases");
      LOG.info("The server is stopped: {}, {}, health {}", refused, asked, site.health());
      assertThat(site.health()).isEqualTo(503);
      assertThat(List.of(refused, asked)).allSatisfy(FaultSite::saysThatTheDatabaseIsAway);
    } finally {
      site.startDatabaseAgain();
    }
    await().atMost(PATIENCE).until(() -> site.health() == 200);
    site.jobExecutor().shutdown();
    assertThat(site.send("arrears", "text/csv", file).status()).isEqualTo(200);
    site.workUntilQuiet(PATIENCE);
    assertThat(site.count("collection_case where debtor_id like 'STOPPED%'")).isEqualTo(CASES);
    assertThat(site.broken()).isEmpty();
  }

  @Test
  void withoutAConnectionNobodyWaitsForEver() throws SQLException {
    List<Connection> held = new ArrayList<>();
    site.jobExecutor().start();
    try {
      for (int number = 0; number < FaultSite.CONNECTIONS; number++) {
        held.add(connection());
      }
      Answer refused = site.send("arrears", "text/csv", file("EXHAUSTED", site.today()));
      Answer asked = site.ask("/api/cases");
      LOG.info("No connection is left: {}, {}, health {}", refused, asked, site.health());
      assertThat(site.health()).isEqualTo(503);
      assertThat(List.of(refused, asked)).allSatisfy(FaultSite::saysThatTheDatabaseIsAway);
    } finally {
      for (Connection connection : held) {
        connection.close();
      }
    }
    await().atMost(PATIENCE).until(() -> site.health() == 200);
    site.jobExecutor().shutdown();
    assertThat(site.ask("/api/cases").status()).isEqualTo(200);
    assertThat(site.broken()).isEmpty();
  }

  /** The dispatcher's threads want one as well: it may take more than one try. */
  private Connection connection() {
    return await().atMost(PATIENCE).ignoreExceptions()
        .until(() -> site.bean(DataSource.class).getConnection(), connection -> true);
  }

  private Instant nextMondayAtNoon() {
    return nextAtNoon(DayOfWeek.MONDAY);
  }

  private Instant nextAtNoon(DayOfWeek day) {
    return site.today().with(TemporalAdjusters.next(day)).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }

  private int sent() {
    return site.count("contact_attempt where debtor_id like 'SENT%' and status = 'SENT'");
  }

  private static String file(String group, LocalDate today) {
    return Home.HEADER + "\n" + IntStream.range(0, CASES).mapToObj(number -> Home.LONDON.row(group + number, "100.00",
        today.minusDays(8), Math.abs(group.hashCode() % 900) * 1000 + number)).collect(Collectors.joining("\n")) + "\n";
  }

  private static void pause(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
