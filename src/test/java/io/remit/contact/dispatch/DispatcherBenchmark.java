package io.remit.contact.dispatch;

import static io.remit.Benchmark.print;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import io.remit.Benchmark;
import io.remit.cases.Channel;
import io.remit.gate.Admission;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast messages leave, and what the gate costs, on a PostgreSQL that writes to the disk. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=DispatcherBenchmark
 * }</pre>
 */
class DispatcherBenchmark {

  private static final int THREADS = 8;
  private static final int WARM_UP = 4000;
  private static final int MEASURED = 6000;

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

  private ConfigurableApplicationContext start(String... more) {
    List<String> settings = new ArrayList<>(List.of("spring.datasource.username=postgres",
        "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"), "spring.flyway.enabled=false",
        "spring.datasource.hikari.maximum-pool-size=" + (THREADS + 2), "remit.work-folder=" + folder,
        "remit.test-clock.behind=" + Duration.between(ManyDebtors.MONDAY_NOON, Instant.now())));
    settings.addAll(List.of(more));
    return ContactApplication.startWith(ContactNode.class, settings.toArray(String[]::new));
  }

  /** The missed call takes one message of the centre's, the overdue amount two, which are sent one after the other. */
  @ParameterizedTest
  @ValueSource(strings = {"missed-call-sms", "overdue-sms"})
  void messagesLeaveToAMessageCentreThatAnswersAfterTenMilliseconds(String template) {
    ManyDebtors.add(database, WARM_UP + MEASURED, template);
    try (NodeSmsc centre = new NodeSmsc(folder, "--answer-delay-ms", "10", "--no-receipts");
        ConfigurableApplicationContext application =
            start("remit.channels.sms=smpp", "remit.smpp.port=" + centre.port(),
            "remit.smpp.system-id=remit", "remit.smpp.password=secret", "remit.smpp.messages-per-second=0",
            "remit.smpp.window=50", "remit.smpp.source-address=12345")) {
      DispatcherThreads threads = new DispatcherThreads(application.getBean(Dispatcher.class),
          application.getBean(ContactWork.class), application.getBean(Claims.class), THREADS,
          Duration.ofMillis(500), Duration.ofMinutes(1));
      threads.start();
      awaitSent(WARM_UP);
      long before = sent();
      long begin = System.nanoTime();
      long cpu = cpuOfThisProcess();
      awaitSent(WARM_UP + MEASURED);
      double seconds = (System.nanoTime() - begin) / 1e9;
      double cpuSeconds = (cpuOfThisProcess() - cpu) / 1e9;
      threads.stop();
      long sent = WARM_UP + MEASURED - before;
      print("%s: %.0f messages a second with %d senders: %d in %.1f s, each with %.2f ms of CPU beside the database's",
          template, sent / seconds, THREADS, sent, seconds, 1000 * cpuSeconds / sent);
    }
  }

  private static long cpuOfThisProcess() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private void awaitSent(long count) {
    await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200)).until(() -> sent() >= count);
  }

  private long sent() {
    return database.sql("select count(*) from contact_attempt where status = 'SENT'").query(Long.class).single();
  }

  @Test
  void whatTheGateCosts() {
    ManyDebtors.add(database, WARM_UP + MEASURED, "overdue-sms");
    try (ConfigurableApplicationContext application = start()) {
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
      Admission admission = gate.admit(Contact.ofDebtor(cases.get(i), Channel.SMS), attempts.get(i), allowed -> { })
          .orElseThrow();
      if (!admission.allowed()) {
        throw new AssertionError(admission.decision());
      }
    });
  }
}
