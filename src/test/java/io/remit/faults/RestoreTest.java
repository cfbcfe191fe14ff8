package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.exchange.Correspondent;
import io.remit.exchange.DeliveryFailedException;
import io.remit.exchange.Outbox;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code pg_dump} saves the database of a node that takes in files, posts payments and sends messages; the node goes on
 * and is lost. The dump is restored elsewhere: it is consistent, and nothing that was sent before or after it is sent
 * again. 40 messages are on their way, or as many as {@code remit.faults.debtors} says.
 */
@Tag("faults")
@Order(7)
@EnabledIf("mustRun")
class RestoreTest {

  private static final Logger LOG = LoggerFactory.getLogger(RestoreTest.class);
  private static final int ON_THEIR_WAY = Integer.getInteger("remit.faults.debtors", 40);
  private static final int PAID_MEANWHILE = 3;
  private static final int CLAIMED_BY_THE_DEAD = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Path DUMP = Path.of("/usr/bin/pg_dump");
  private static final Path RESTORE = Path.of("/usr/bin/pg_restore");
  private static final String COPY = "restored";
  private static final String PAYMENTS = "payment_reference,account_number,type,amount,currency,value_date,reverses\n";
  private static final Pattern IDENTITY = Pattern.compile("--remit\\.database\\.restored=([0-9-]+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FaultSite site = FaultSite.shared();
  private final Queue<String> arrearsFiles = new ConcurrentLinkedQueue<>();
  private final Queue<String> paymentsFiles = new ConcurrentLinkedQueue<>();
  private final Map<String, BigDecimal> acknowledged = new ConcurrentHashMap<>();

  @TempDir
  private Path folder;

  /** Whether it runs: it does where there is a pg_dump, and on CI, which has to have it. */
  static boolean mustRun() {
    boolean there = Files.isExecutable(DUMP) && Files.isExecutable(RESTORE);
    if (!there) {
      LOG.warn("Tests are skipped: there is no {}; Debian has it in postgresql-client", DUMP);
    }
    return there || "true".equals(System.getenv("CI"));
  }

  @AfterEach
  void drop() {
    site.startSending();
    site.database().sql("drop database if exists " + COPY + " with (force)").update();
  }

  @Test
  void aDumpOfARunningDatabaseIsConsistentAndNothingIsSentAgainWhereItIsRestored() throws Exception {
    site.jumpTo(site.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(LocalTime.NOON)
        .toInstant(ZoneOffset.UTC));
    takeIn("BEFORE", 5);
    site.workUntilQuiet(PATIENCE);
    saveWhileItWorks();
    takeIn("LATER", 5);
    site.workUntilQuiet(PATIENCE);
    assertThat(site.broken()).as("the one that is lost").isEmpty();
    site.stopSending();
    List<String> sentByTheLostOne = log();

    restore();
    JdbcClient copy = JdbcClient.create(site.dataSource(COPY));
    assertThat(FaultJudge.broken(site.dataSource(COPY), site.gatewayLog(), site.now(), Set.of()))
        .as("but for what went on since").allMatch(each -> each.startsWith("GATEWAY ") || each.startsWith("FILE "));
    Set<String> inDoubt = references(copy, "(status = 'CLAIMED' or status = 'PLANNED'"
        + " and (not_before is null or not_before <= '" + site.now() + "'))");
    Set<String> forgotten = new HashSet<>(sentByTheLostOne);
    forgotten.removeAll(references(copy, "true"));
    LOG.info("The lost one has sent {}; in the dump {} are on their way, and {} are not known", sentByTheLostOne.size(),
        inDoubt.size(), forgotten.size());
    assertThat(inDoubt).hasSizeGreaterThanOrEqualTo(ON_THEIR_WAY);
    assertThat(forgotten).isNotEmpty();

    FaultSite restored = site.startOn(COPY, "--remit.database.restored=" + refusedIdentity());
    try {
      await().atMost(PATIENCE).until(() -> references(copy, "status = 'CLAIMED'").isEmpty());
      Set<String> asked = new HashSet<>(inDoubt);
      asked.retainAll(sentByTheLostOne);
      assertThat(references(copy, "status = 'SENT'")).as("asked for").containsAll(asked);
      inDoubt.removeAll(asked);
      assertThat(inDoubt).as("never sent").hasSize(PAID_MEANWHILE);
      assertThat(references(copy, "status = 'PLANNED'")).containsAll(inDoubt);

      aFileForAPartnerWaitsForAWord(restored);
      feedAgain(restored);
      restored.workUntilQuiet(PATIENCE);
      assertThat(FaultJudge.missing(site.dataSource(COPY), acknowledged)).isEmpty();
      assertThat(log()).as("nothing goes out by itself").isEqualTo(sentByTheLostOne);

      site.jumpTo(site.now().plus(Duration.ofDays(8)));
      restored.workUntilQuiet(PATIENCE);
      List<String> after = log();
      LOG.info("After the rest {} more were sent", after.size() - sentByTheLostOne.size());
      assertThat(after).hasSizeGreaterThan(sentByTheLostOne.size()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(
          inDoubt);
      assertThat(restored.broken()).containsExactlyInAnyOrderElementsOf(
          forgotten.stream().map(reference -> "GATEWAY " + reference + " is in no ledger").toList());
    } finally {
      restored.close();
    }
  }

  /** The lost one may have brought it, and the partner have taken it away. */
  private static void aFileForAPartnerWaitsForAWord(FaultSite restored) throws IOException {
    Correspondent agency = new Correspondent("agency9", "outsourcing/agency9");
    Outbox outbox = restored.bean(Outbox.class);
    for (String name : List.of("there.zip.pgp", "sent.zip.pgp")) {
      assertThatThrownBy(() -> outbox.send(agency, name, new byte[] {1})).isInstanceOf(DeliveryFailedException.class)
          .hasMessageContaining("was restored");
    }
    JsonNode waiting = JSON.readTree(restored.ask("/api/exchange/doubts").body());
    assertThat(waiting.findValuesAsText("fileName")).containsExactly("there.zip.pgp", "sent.zip.pgp");
    for (int number = 0; number < 2; number++) {
      String outcome = number == 0 ? "ARRIVED" : "SEND";
      assertThat(restored.post("operator1", "/api/exchange/doubts/" + waiting.get(number).path("id").asLong(),
          "application/json", "{\"outcome\": \"" + outcome + "\"}").status()).isEqualTo(204);
    }
    outbox.send(agency, "there.zip.pgp", new byte[] {1});
    outbox.send(agency, "sent.zip.pgp", new byte[] {1});
    assertThat(restored.workFolder().resolve("outsourcing/agency9")).isDirectoryNotContaining("glob:**there*")
        .isDirectoryContaining("glob:**sent.zip.pgp");
    assertThat(restored.ask("/api/exchange/doubts").body()).isEqualTo("[]");
  }

  /** Files are taken in and payments posted all the time; the messages go out as soon as the dump has its moment. */
  private void saveWhileItWorks() throws Exception {
    site.stopSending();
    takeIn("AMID", ON_THEIR_WAY);
    site.jobExecutor().start();
    await().atMost(PATIENCE).until(() -> site.count("contact_attempt where debtor_id like 'AMID%'") == ON_THEIR_WAY);
    claimForADeadNode();
    AtomicBoolean saved = new AtomicBoolean();
    CompletableFuture<Void> intake = CompletableFuture.runAsync(() -> {
      for (int number = 0; !saved.get(); number++) {
        takeIn("DURING" + number + "-", 3);
        pay("during-" + number, "DURING" + number + "-1", "40.00");
      }
    });
    Process dump = run(DUMP.toString(), "--format=custom", "--file=" + folder.resolve("remit.dump"), "postgres");
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> site.count(
        "pg_stat_activity where application_name = 'pg_dump' and backend_xmin is not null") > 0 || !dump.isAlive());
    for (int number = 0; number < PAID_MEANWHILE; number++) {
      pay("meanwhile-" + number, "AMID" + number, "100.00");
    }
    site.startSending();
    end(dump);
    saved.set(true);
    intake.join();
    site.jobExecutor().shutdown();
    site.workUntilQuiet(PATIENCE);
  }

  /** As a node leaves them that dies after it has written down that it calls the gateway. */
  private void claimForADeadNode() {
    assertThat(site.database().sql("""
        update contact_attempt set status = 'CLAIMED', claimed_by = 'dead', handed_over_at = :now, gateway = 'http-sms'
         where attempt_id in (select attempt_id from contact_attempt where debtor_id like 'AMID%'
                                 and status = 'PLANNED' order by attempt_id desc limit :some)
        """).param("now", site.now().atOffset(ZoneOffset.UTC)).param("some", CLAIMED_BY_THE_DEAD).update())
        .isEqualTo(CLAIMED_BY_THE_DEAD);
  }

  private void takeIn(String group, int debtors) {
    String file = Home.HEADER + "\n" + IntStream.range(0, debtors).mapToObj(number -> Home.LONDON.row(group + number,
        "100.00", site.today().minusDays(8), Math.floorMod(group.hashCode(), 900) * 1000 + number))
        .collect(Collectors.joining("\n")) + "\n";
    arrearsFiles.add(file);
    assertThat(site.send("arrears", "text/csv", file).status()).isEqualTo(200);
  }

  private void pay(String reference, String debtor, String amount) {
    String file = PAYMENTS + reference + ",A" + debtor + ",PAYMENT," + amount + ",EUR," + site.today() + ",\n";
    paymentsFiles.add(file);
    assertThat(site.send("payments", "text/csv", file).body()).contains("\"posted\":1");
    acknowledged.put(reference, new BigDecimal(amount));
  }

  /** All of the day, as an operator does who does not know what of it was lost. */
  private void feedAgain(FaultSite restored) {
    arrearsFiles.forEach(file -> assertThat(restored.send("arrears", "text/csv", file).status()).isEqualTo(200));
    paymentsFiles.forEach(file -> assertThat(restored.send("payments", "text/csv", file).status()).isEqualTo(200));
  }

  private void restore() throws Exception {
    site.database().sql("create database " + COPY).update();
    end(run(RESTORE.toString(), "--exit-on-error", "--dbname=" + COPY, folder.resolve("remit.dump").toString()));
  }

  /** Nobody has said yet what the copy is. */
  private String refusedIdentity() {
    List<String> said = new ArrayList<>();
    assertThatThrownBy(() -> site.startOn(COPY)).rootCause().satisfies(refused -> said.add(refused.getMessage()));
    Matcher identity = IDENTITY.matcher(said.get(0));
    assertThat(identity.find()).as(said.get(0)).isTrue();
    return identity.group(1);
  }

  private Process run(String... command) throws IOException {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(1, List.of("--host=localhost", "--port=" + site.databasePort(), "--username=postgres"));
    return new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
  }

  private void end(Process program) throws IOException, InterruptedException {
    assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).as(Files.readString(folder.resolve("said"))).isZero();
  }

  private static Set<String> references(JdbcClient database, String which) {
    return new HashSet<>(database.sql("select case_number || '-' || attempt_id from contact_attempt"
        + " where channel = 'SMS' and " + which).query(String.class).list());
  }

  /** The references of all that the gateway took, in order. */
  private List<String> log() throws IOException {
    List<String> references = new ArrayList<>();
    for (String line : Files.readAllLines(site.gatewayLog())) {
      references.add(JSON.readTree(line).get("reference").asText());
    }
    return references;
  }
}
