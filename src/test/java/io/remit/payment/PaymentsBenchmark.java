package io.remit.payment;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast payments are posted that each settle a case, on a PostgreSQL that writes to the disk: a file of them, and
 * one by one with a transaction and an engine call each. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=PaymentsBenchmark                            # 50,000 payments
 * mvn test -Dtest=PaymentsBenchmark -Dremit.benchmark.payments=5000
 * }</pre>
 */
class PaymentsBenchmark {

  private static final int BY_FILE = Integer.getInteger("remit.benchmark.payments", 50_000);
  private static final int ONE_BY_ONE = BY_FILE / 10;
  private static final int BY_CAMT = BY_FILE / 10;
  private static final int WARM_UP = BY_FILE / 50;
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
      int all = WARM_UP + ONE_BY_ONE + BY_CAMT + BY_FILE;
      StatementCounter counter = application.getBean(StatementCounter.class);
      measure("cases opened by a file", all, counter, () -> open(application, all));
      analyze(application);

      measure("warm-up", WARM_UP, counter, () -> file(application, 0, WARM_UP));
      double oneByOne = measure("payments one by one, a transaction each", ONE_BY_ONE, counter,
          () -> loop(application, WARM_UP, WARM_UP + ONE_BY_ONE));
      measure("payments by a camt.053 file", BY_CAMT, counter,
          () -> statement(application, WARM_UP + ONE_BY_ONE, WARM_UP + ONE_BY_ONE + BY_CAMT));
      double byFile = measure("payments by a CSV file", BY_FILE, counter,
          () -> file(application, WARM_UP + ONE_BY_ONE + BY_CAMT, all));
      print("the file is %.1f times as fast as one by one", byFile / oneByOne);

      assertThat(application.getBean(JdbcClient.class)
          .sql("select count(*) from collection_case where close_reason = 'CURED'").query(Integer.class).single())
          .isEqualTo(all);
    }
  }

  /** Something to be measured. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static double measure(String what, int count, StatementCounter counter, Work work) throws IOException {
    counter.reset();
    long begin = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    print("%s: %d in %.1f s, %.0f a second, %.1f statements each", what, count, seconds, count / seconds,
        (double) counter.total() / count);
    counter.printMost(SHOWN, count);
    return count / seconds;
  }

  private void open(ConfigurableApplicationContext application, int count) throws IOException {
    String rows = IntStream.range(0, count).mapToObj(number -> "L-" + number + ",LOAN,EUR,460.00,460.00,"
        + today.minusDays(10) + ",D" + number + ",Ann Example " + number + ",Etc/UTC\n").collect(Collectors.joining());
    var opened = application.getBean(ArrearsIntake.class).apply(stream("account_number,product,currency,"
        + "outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,time_zone\n" + rows), false);
    assertThat(opened.opened()).isEqualTo(count);
  }

  private static void analyze(ConfigurableApplicationContext application) {
    application.getBean(JdbcClient.class).sql("analyze").update();
  }

  private void file(ConfigurableApplicationContext application, int from, int to) throws IOException {
    String rows = IntStream.range(from, to).mapToObj(number -> "P-" + number + ",L-" + number + ",PAYMENT,460.00,EUR,"
        + today + ",\n").collect(Collectors.joining());
    var posted = application.getBean(PaymentsIntake.class)
        .apply(stream("payment_reference,account_number,type,amount,currency,value_date,reverses\n" + rows));
    assertThat(posted.posted()).isEqualTo(to - from);
  }

  private void statement(ConfigurableApplicationContext application, int from, int to) throws IOException {
    CamtFile statement = new CamtFile("S-1", "EUR");
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
