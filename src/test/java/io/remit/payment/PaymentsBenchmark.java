package io.remit.payment;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
import io.remit.BenchmarkArm;
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
        ConfigurableApplicationContext application =
            Benchmark.startRemit(postgres, "postgres", folder, List.of(StatementCounter.class))) {
      today = LocalDate.now(application.getBean(Clock.class));
      // the first round warms up
      int all = (ROUNDS + 1) * OF_A_ROUND;
      open(application, all);
      BenchmarkArm csv = new BenchmarkArm("a CSV file", application);
      BenchmarkArm camt = new BenchmarkArm("a camt.053 file", application);
      BenchmarkArm oneByOne = new BenchmarkArm("one by one, a transaction each", application);
      file(application, 0, BY_FILE);
      statement(application, BY_FILE, 2 * BY_FILE);
      loop(application, 2 * BY_FILE, OF_A_ROUND);
      for (int round = 1; round <= ROUNDS; round++) {
        int from = round * OF_A_ROUND;
        csv.measure(BY_FILE, () -> file(application, from, from + BY_FILE));
        if (round == 1) {
          application.getBean(StatementCounter.class).printMost(SHOWN, BY_FILE);
        }
        camt.measure(BY_FILE, () -> statement(application, from + BY_FILE, from + 2 * BY_FILE));
        oneByOne.measure(ONE_BY_ONE, () -> loop(application, from + 2 * BY_FILE, from + OF_A_ROUND));
      }
      print("%,d open cases; %d rounds of %,d payments by each file and %,d one by one", all, ROUNDS, BY_FILE,
          ONE_BY_ONE);
      Stream.of(csv, camt, oneByOne).forEach(arm -> print("%s; %.1f times one by one", arm,
          oneByOne.millis().median() / arm.millis().median()));
      assertThat(application.getBean(JdbcClient.class)
          .sql("select count(*) from collection_case where close_reason = 'CURED'").query(Integer.class).single())
          .isEqualTo(all);
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
