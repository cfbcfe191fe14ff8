package io.remit.payment;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
import io.remit.Benchmark.Figures;
import io.remit.PostgresCpu;
import io.remit.RemitApplication;
import io.remit.StatementCounter;
import io.remit.intake.ArrearsIntake;
import io.remit.intake.PaymentsIntake;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PaymentOrder.Type;
import io.remit.statement.CamtFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast payments are posted that each settle a case, on a PostgreSQL that writes to the disk: a CSV file of them, a
 * camt.053 file, and one by one with a transaction and an engine call each, in turns. No part of the build:
 *
 * <pre>{@code
 * mvn -Pbenchmark test -Dtest=PaymentsBenchmark                            # 5 rounds: 2,000 by a file of each kind
 * mvn -Pbenchmark test -Dtest=PaymentsBenchmark -Dremit.benchmark.payments=10000
 * }</pre>
 */
class PaymentsBenchmark {

  private static final int ROUNDS = Integer.getInteger("remit.benchmark.pairs", 5);
  private static final int BY_FILE = Integer.getInteger("remit.benchmark.payments", 2_000);
  private static final int ONE_BY_ONE = BY_FILE / 5;
  private static final int OF_A_ROUND = 2 * BY_FILE + ONE_BY_ONE;
  private static final int SHOWN = Integer.getInteger("remit.benchmark.texts", 0);

  @TempDir
  private Path folder;
  private LocalDate today;

  @Test
  void paymentsThatSettleTheirCases() throws Exception {
    try (EmbeddedPostgres postgres = Benchmark.startPostgres();
        ConfigurableApplicationContext application = new SpringApplicationBuilder(RemitApplication.class,
            StatementCounter.class).profiles("test").run("--server.port=0",
                "--remit.work-folder=" + folder, "--remit.inbox.poll=1h",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres", "--spring.datasource.password=postgres")) {
      today = LocalDate.now(application.getBean(Clock.class));
      // the first round warms up
      int all = (ROUNDS + 1) * OF_A_ROUND;
      open(application, all);
      JdbcClient jdbc = application.getBean(JdbcClient.class);
      Arm csv = new Arm("a CSV file", application);
      Arm camt = new Arm("a camt.053 file", application);
      Arm oneByOne = new Arm("one by one, a transaction each", application);
      for (int round = 0; round <= ROUNDS; round++) {
        int from = round * OF_A_ROUND;
        csv.measure(round, BY_FILE, () -> file(application, from, from + BY_FILE));
        camt.measure(round, BY_FILE, () -> statement(application, from + BY_FILE, from + 2 * BY_FILE));
        oneByOne.measure(round, ONE_BY_ONE, () -> loop(application, from + 2 * BY_FILE, from + OF_A_ROUND));
      }
      print("%,d open cases; %d rounds of %,d payments by each file and %,d one by one", all, ROUNDS, BY_FILE,
          ONE_BY_ONE);
      Stream.of(csv, camt, oneByOne).forEach(arm -> arm.tell(oneByOne));
      assertThat(jdbc.sql("select count(*) from collection_case where close_reason = 'CURED'").query(Integer.class)
          .single()).isEqualTo(all);
    }
  }

  /** Something to be measured. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  /** One way to post payments, and what a payment took. */
  private static final class Arm {

    private final String name;
    private final StatementCounter counter;
    private final JdbcClient jdbc;
    private final PostgresCpu database;
    private final Figures millis = new Figures();
    private final Figures java = new Figures();
    private final Figures postgres = new Figures();
    private double statements;

    Arm(String name, ConfigurableApplicationContext application) {
      this.name = name;
      this.counter = application.getBean(StatementCounter.class);
      this.jdbc = application.getBean(JdbcClient.class);
      this.database = new PostgresCpu(jdbc);
    }

    void measure(int round, int count, Work work) throws IOException {
      jdbc.sql("vacuum analyze").update();
      jdbc.sql("checkpoint").update();
      counter.reset();
      long processor = Benchmark.processorTime();
      long databases = database.spent().toNanos();
      long begin = System.nanoTime();
      work.run();
      if (round > 0) {
        millis.add((System.nanoTime() - begin) / 1e6 / count);
        java.add((Benchmark.processorTime() - processor) / 1e6 / count);
        postgres.add((database.spent().toNanos() - databases) / 1e6 / count);
        statements = (double) counter.total() / count;
      }
      if (round == 1) {
        counter.printMost(SHOWN, count);
      }
    }

    void tell(Arm oneByOne) {
      print("%s: %.0f a second, %.1f times one by one; a payment: %s ms, processor of Java %s, of PostgreSQL %s, "
          + "%.1f statements", name, 1000 / millis.median(), oneByOne.millis.median() / millis.median(), millis, java,
          postgres, statements);
    }
  }

  private void open(ConfigurableApplicationContext application, int count) throws IOException {
    String rows = IntStream.range(0, count).mapToObj(number -> "L-" + number + ",LOAN,EUR,460.00,460.00,"
        + today.minusDays(10) + ",D" + number + ",Ann Example " + number + ",Etc/UTC\n").collect(Collectors.joining());
    var opened = application.getBean(ArrearsIntake.class).apply(stream("account_number,product,currency,"
        + "outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,time_zone\n" + rows), false);
    assertThat(opened.opened()).isEqualTo(count);
  }

  private void file(ConfigurableApplicationContext application, int from, int to) throws IOException {
    String rows = IntStream.range(from, to).mapToObj(number -> "P-" + number + ",L-" + number + ",PAYMENT,460.00,EUR,"
        + today + ",\n").collect(Collectors.joining());
    var posted = application.getBean(PaymentsIntake.class)
        .apply(stream("payment_reference,account_number,type,amount,currency,value_date,reverses\n" + rows));
    assertThat(posted.posted()).isEqualTo(to - from);
  }

  private void statement(ConfigurableApplicationContext application, int from, int to) throws IOException {
    CamtFile statement = new CamtFile("S-" + from, "EUR");
    IntStream.range(from, to).forEach(number -> statement.credit("BANK-" + number, "460.00", today, "L-" + number));
    assertThat(application.getBean(PaymentsIntake.class).apply(stream(statement.xml())).posted()).isEqualTo(to - from);
  }

  private void loop(ConfigurableApplicationContext application, int from, int to) {
    PaymentPosting posting = application.getBean(PaymentPosting.class);
    for (int number = from; number < to; number++) {
      posting.post(List.of(new PaymentOrder("P-" + number, "L-" + number, Type.PAYMENT, new BigDecimal("460.00"),
          "EUR", today, null, 1, number, null)));
    }
  }

  private static InputStream stream(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }
}
