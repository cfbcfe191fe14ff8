package io.remit.contact.dispatch;

import static io.remit.Benchmark.print;
import static org.awaitility.Awaitility.await;

import io.remit.Benchmark;
import io.remit.Benchmark.Figures;
import io.remit.StatementCounter;
import io.remit.cases.Channel;
import io.remit.contact.channel.Gateways;
import io.remit.gate.Clearance;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gateway.smpp.NodeSmsc;
import io.remit.kill.ManyDebtors;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast messages leave, and what the gate costs, on a PostgreSQL that writes to the disk. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=DispatcherBenchmark -Dremit.benchmark.pairs=5
 * }</pre>
 */
class DispatcherBenchmark {

  private static final int THREADS = 8;
  private static final int WARM_UP = 2 * Integer.getInteger("remit.benchmark.round", 2000);
  private static final int MEASURED = 6000;
  private static final int PAIRS = Integer.getInteger("remit.benchmark.pairs", 5);
  private static final int ROUND = Integer.getInteger("remit.benchmark.round", 2000);
  private static final OffsetDateTime NEVER = OffsetDateTime.parse("2099-01-01T00:00:00Z");

  @TempDir
  private Path folder;
  private EmbeddedPostgres postgres;
  private JdbcClient database;

  @BeforeEach
  void startDatabase() throws Exception {
    postgres = Benchmark.startPostgres();
    Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
    database = JdbcClient.create(postgres.getPostgresDatabase());
  }

  @AfterEach
  void stopDatabase() throws Exception {
    postgres.close();
  }

  private static String[] throughTheCentre(NodeSmsc centre) {
    return new String[] {"remit.channels.sms=smpp", "remit.smpp.port=" + centre.port(), "remit.smpp.system-id=remit",
        "remit.smpp.password=secret", "remit.smpp.messages-per-second=0", "remit.smpp.window=50",
        "remit.smpp.source-address=12345"};
  }

  private ConfigurableApplicationContext start(Class<?> node, String... more) {
    List<String> settings = new ArrayList<>(List.of("spring.datasource.username=postgres",
        "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"), "spring.flyway.enabled=false",
        "spring.datasource.hikari.maximum-pool-size=" + (THREADS + 2), "remit.work-folder=" + folder,
        "remit.test-clock.behind=" + Duration.between(ManyDebtors.MONDAY_NOON, Instant.now())));
    settings.addAll(List.of(more));
    return ContactApplication.startWith(node, settings.toArray(String[]::new));
  }

  /**
   * The missed call takes one message of the centre's, the overdue amount two. Both are sent in turns, so that whatever
   * else the machine does meanwhile is in the way of both.
   */
  @Test
  void messagesLeaveToAMessageCentreThatAnswersAfterTenMilliseconds() {
    ManyDebtors.add(database, WARM_UP + 2 * PAIRS * ROUND, "overdue-sms");
    database.sql("update contact_attempt set not_before = :never").param("never", NEVER).update();
    try (NodeSmsc centre = new NodeSmsc(folder, "--answer-delay-ms", "10", "--no-receipts");
        ConfigurableApplicationContext application =
            start(ContactNode.class, throughTheCentre(centre))) {
      DispatcherThreads threads = new DispatcherThreads(application.getBean(Dispatcher.class),
          application.getBean(ContactWork.class), application.getBean(Claims.class), THREADS,
          Duration.ofMillis(500), Duration.ofMinutes(1));
      threads.start();
      send("overdue-sms", WARM_UP / 2);
      send("missed-call-sms", WARM_UP / 2);
      Map<String, Figures> perSecond = new TreeMap<>();
      for (int pair = 1; pair <= PAIRS; pair++) {
        for (String template : List.of("missed-call-sms", "overdue-sms")) {
          perSecond.computeIfAbsent(template, name -> new Figures()).add(send(template, ROUND));
        }
      }
      threads.stop();
      perSecond.forEach(DispatcherBenchmark::printMedian);
    }
  }

  /**
   * Lets so many messages go, in a text of its own each.
   *
   * @return how many left in a second, without the first and the last, which leave while not all senders are at work
   */
  private double send(String template, int count) {
    long before = sent();
    database.sql("""
        update contact_attempt set template = :template, not_before = null
         where attempt_id in (select attempt_id from contact_attempt where not_before = :never
                               order by attempt_id limit :count)
        """).param("template", template).param("never", NEVER).param("count", count).update();
    awaitSent(before + count / 10);
    long first = sent();
    long begin = System.nanoTime();
    long cpu = Benchmark.processorTime();
    awaitSent(before + count - count / 10);
    long last = sent();
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpuSeconds = (Benchmark.processorTime() - cpu) / 1e9;
    awaitSent(before + count);
    print("%s: %.0f a second, each with %.2f ms of CPU beside the database's", template, (last - first) / seconds,
        1000 * cpuSeconds / (last - first));
    return (last - first) / seconds;
  }

  private void awaitSent(long count) {
    await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100)).until(() -> sent() >= count);
  }

  private long sent() {
    return database.sql("select count(*) from contact_attempt where status = 'SENT'").query(Long.class).single();
  }

  private static void printMedian(String what, Figures perSecond) {
    print("%s: %s a second with %d senders, %d rounds", what, perSecond.as("%.0f"), THREADS, PAIRS);
  }

  /** A node whose statements are counted. */
  @Import({ContactNode.class, StatementCounter.class})
  static class CountedNode {
  }

  @Test
  void whatAMessageAsksOfTheDatabase() {
    int messages = 200;
    ManyDebtors.add(database, 2 * messages, "overdue-sms");
    try (NodeSmsc centre = new NodeSmsc(folder, "--no-receipts");
        ConfigurableApplicationContext application = start(CountedNode.class, throughTheCentre(centre))) {
      Dispatcher dispatcher = application.getBean(Dispatcher.class);
      await().until(() -> application.getBean(Gateways.class).of(Channel.SMS).reachable().orElse(true));
      StatementCounter counter = application.getBean(StatementCounter.class);
      dispatch(dispatcher, messages);
      counter.reset();
      dispatch(dispatcher, messages);
      print("statements per message: %.2f", (double) counter.total() / messages);
      counter.printMost(30, messages);
    }
  }

  private static void dispatch(Dispatcher dispatcher, int messages) {
    for (int sent = 0; sent < messages; ) {
      sent += dispatcher.dispatch();
    }
  }

  @Test
  void whatTheGateCosts() {
    ManyDebtors.add(database, WARM_UP + MEASURED, "overdue-sms");
    try (ConfigurableApplicationContext application = start(ContactNode.class)) {
      ContactGate gate = application.getBean(ContactGate.class);
      List<Long> attempts = database.sql("select attempt_id from contact_attempt order by attempt_id").query(Long.class)
          .list();
      List<String> cases = database.sql("select case_number from contact_attempt order by attempt_id")
          .query(String.class).list();
      admit(gate, attempts, cases, LongStream.range(0, WARM_UP));
      ThreadMXBean thread = ManagementFactory.getThreadMXBean();
      long begin = System.nanoTime();
      long cpu = thread.getCurrentThreadCpuTime();
      admit(gate, attempts, cases, LongStream.range(WARM_UP, WARM_UP + MEASURED));
      print("a decision of the gate takes %.3f ms of CPU, %.3f ms in all",
          (thread.getCurrentThreadCpuTime() - cpu) / 1e6 / MEASURED, (System.nanoTime() - begin) / 1e6 / MEASURED);
    }
  }

  private static void admit(ContactGate gate, List<Long> attempts, List<String> cases, LongStream which) {
    which.mapToInt(i -> (int) i).forEach(i -> {
      Clearance clearance = gate.admit(Contact.ofDebtor(cases.get(i), Channel.SMS), attempts.get(i), allowed -> { })
          .orElseThrow();
      if (!clearance.allowed()) {
        throw new AssertionError(clearance.decision());
      }
    });
  }
}
