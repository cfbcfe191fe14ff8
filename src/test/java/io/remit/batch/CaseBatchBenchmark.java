package io.remit.batch;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.remit.Benchmark;
import io.remit.RemitApplication;
import io.remit.intake.ArrearsIntake;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long one order takes to pause many cases, on a PostgreSQL that writes to the disk and with the engine's job
 * executor as it is shipped. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=CaseBatchBenchmark                           # 10,000 cases
 * mvn test -Dtest=CaseBatchBenchmark -Dremit.benchmark.cases=2000
 * }</pre>
 */
class CaseBatchBenchmark {

  private static final int CASES = Integer.getInteger("remit.benchmark.cases", 10_000);
  private static final String ORDER = """
      {"action": "HOLD", "hold": "CREDITOR_REQUEST", "select": {"product": "LOAN"}}""";

  @TempDir
  private Path folder;

  @Test
  void manyCasesArePausedByOneOrder() throws Exception {
    try (EmbeddedPostgres postgres = Benchmark.startPostgres();
        ConfigurableApplicationContext application = new SpringApplicationBuilder(RemitApplication.class)
            .profiles("test").run("--server.port=0", "--remit.work-folder=" + folder, "--remit.inbox.poll=1h",
                "--camunda.bpm.job-execution.enabled=true",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres", "--spring.datasource.password=postgres")) {
      open(application);
      application.getBean(JdbcClient.class).sql("analyze").update();
      BatchDesk desk = new BatchDesk(application);
      long begin = System.nanoTime();
      assertThat(desk.wouldRefuse(ORDER)).isEmpty();
      print("preview of %d cases: %.2f s", CASES, secondsSince(begin));

      begin = System.nanoTime();
      long batch = desk.order(ORDER);
      print("order, with one more preview: %.2f s", secondsSince(begin));
      begin = System.nanoTime();
      await().atMost(Duration.ofMinutes(20)).pollInterval(Duration.ofMillis(500))
          .until(() -> desk.status(batch).equals("FINISHED"));
      double seconds = secondsSince(begin);
      print("%d cases put on hold in %.1f s, %.0f a second", CASES, seconds, CASES / seconds);

      assertThat(application.getBean(JdbcClient.class)
          .sql("select count(*) from collection_case where status = 'HELD'").query(Integer.class).single())
          .isEqualTo(CASES);
    }
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void open(ConfigurableApplicationContext application) throws Exception {
    LocalDate due = LocalDate.now(application.getBean(Clock.class)).minusDays(20);
    String rows = IntStream.range(0, CASES).mapToObj(number -> "L-" + number + ",LOAN,EUR,460.00,460.00," + due + ",D"
        + number + ",Ann Example " + number + ",Etc/UTC\n").collect(Collectors.joining());
    var opened = application.getBean(ArrearsIntake.class).apply(new ByteArrayInputStream((
        "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,"
            + "time_zone\n" + rows).getBytes(StandardCharsets.UTF_8)), false);
    assertThat(opened.opened()).isEqualTo(CASES);
  }
}
