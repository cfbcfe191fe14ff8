package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.RemitApplication;
import io.remit.cases.WaitingCheck;
import io.remit.intake.ArrearsIntake;
import io.remit.intake.PaymentsIntake;
import io.remit.intake.RealFolder;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.PaymentsResult;
import io.remit.process.CaseModel;
import io.remit.process.time.DueJobs;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Lives through a folder of real files as its README says: at each date the clock moves there, then the payments come
 * in, then the snapshot with the bookings of that day. What it saw is appended to a report under {@code target/replay}.
 */
class RealFilesReplay implements AutoCloseable {

  private final RealFolder folder;
  private final Path report;
  private final Path work;
  private final ConfigurableApplicationContext application;
  private final DueJobs dueJobs;
  private final ArrearsIntake arrears;
  private final PaymentsIntake payments;
  private final RuntimeService runtime;
  private final JdbcClient database;

  RealFilesReplay(RealFolder folder, String databaseName, String... databaseSettings) throws IOException {
    this.folder = folder;
    this.report = Files.createDirectories(Path.of("target", "replay"))
        .resolve(folder.path().getFileName() + "-" + databaseName + ".txt");
    Files.deleteIfExists(report);
    this.work = Files.createTempDirectory("remit-replay");
    this.application = new SpringApplicationBuilder(RemitApplication.class).profiles("test")
        .run(Stream.concat(Stream.of("--server.port=0", "--remit.work-folder=" + work, "--remit.inbox.poll=1h"),
            Stream.of(databaseSettings)).toArray(String[]::new));
    this.dueJobs = application.getBean(DueJobs.class);
    this.arrears = application.getBean(ArrearsIntake.class);
    this.payments = application.getBean(PaymentsIntake.class);
    this.runtime = application.getBean(RuntimeService.class);
    this.database = application.getBean(JdbcClient.class);
    Worker.employAll(application.getBean(IdentityService.class));
  }

  /** Lives through the first snapshots, and checks after each that nothing went wrong. */
  void run(int snapshots) throws IOException {
    List<LocalDate> dates = folder.dates().stream().limit(snapshots).toList();
    ClockUtil.setCurrentTime(Date.from(morningOf(dates.get(0))));
    for (LocalDate date : dates) {
      StringBuilder line = new StringBuilder(date.toString());
      long began = System.nanoTime();
      long jobs = dueJobs.runUpTo(morningOf(date));
      ClockUtil.setCurrentTime(Date.from(morningOf(date)));
      line.append(", clock ").append(secondsSince(began)).append(" s for ").append(jobs).append(" jobs");
      Path paid = folder.payments(date);
      if (!date.equals(dates.get(0)) && Files.exists(paid)) {
        line.append(post(paid));
      }
      line.append(take(folder.arrears(date), date));
      dueJobs.runUntilQuiet();
      line.append(", cases ").append(casesByStage());
      Files.writeString(report, line.append('\n').toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      assertThat(runtime.createIncidentQuery().list()).as("incidents at " + date).isEmpty();
      assertBalancesAsIn(folder.arrears(date));
      assertNoClosedCaseIsOverdue();
      assertEveryOpenCaseHasItsToken();
      assertThat(application.getBean(WaitingCheck.class).broken()).as("cases that wait for ever at " + date).isEmpty();
    }
  }

  private String post(Path file) throws IOException {
    long began = System.nanoTime();
    PaymentsResult result;
    try (InputStream content = Files.newInputStream(file)) {
      result = payments.apply(content);
    }
    assertThat(result.rejected()).as(file.getFileName().toString()).isEmpty();
    assertThat(result.posted()).isEqualTo(result.rows());
    return ", " + result.posted() + " payments in " + secondsSince(began) + " s";
  }

  private String take(Path file, LocalDate asOf) throws IOException {
    long began = System.nanoTime();
    ArrearsResult result;
    try (InputStream content = Files.newInputStream(file)) {
      result = arrears.apply(content, true, asOf, null);
    }
    assertThat(result.rejected()).as(file.getFileName().toString()).isEmpty();
    assertThat(result.opened() + result.updated() + result.unchanged()).isEqualTo(result.rows());
    return ", " + result.rows() + " rows in " + secondsSince(began) + " s (opened " + result.opened() + ", updated "
        + result.updated() + ", unchanged " + result.unchanged() + ", closed " + result.closed() + ")";
  }

  /** Every account owes what the creditor's file says; an account that the file does not name owes nothing. */
  private void assertBalancesAsIn(Path snapshot) throws IOException {
    Map<String, BigDecimal> told = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(snapshot)) {
      rows.forEach(row -> told.put(row.getField("account_number"), new BigDecimal(row.getField("outstanding_amount"))));
    }
    Map<String, BigDecimal> owed = new HashMap<>();
    database.sql("select account_number, outstanding_amount from account where outstanding_amount > 0")
        .query((row, number) -> owed.put(row.getString(1), row.getBigDecimal(2))).list();
    assertThat(owed.keySet()).isEqualTo(told.keySet());
    told.forEach((account, amount) -> assertThat(owed.get(account)).as(account).isEqualByComparingTo(amount));
  }

  private void assertNoClosedCaseIsOverdue() {
    assertThat(database.sql("""
        select count(*) from collection_case c join account a on a.case_number = c.case_number
         where c.status = 'CLOSED' and a.overdue_amount > 0
        """).query(Long.class).single()).as("closed cases with an amount overdue").isZero();
  }

  /** The engine has one token in the stage that the case says, for every open case, and no other case's token. */
  private void assertEveryOpenCaseHasItsToken() {
    Map<String, Long> tokens = database.sql("""
        select act_id_ as stage, count(*) as cases from act_hi_actinst
         where act_id_ like 'stage#_%' escape '#' and end_time_ is null group by act_id_
        """).query((row, number) -> Map.entry(CaseModel.stageOf(row.getString("stage")).name(), row.getLong("cases")))
        .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(tokens).isEqualTo(casesByStage());
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.KEY).count())
        .isEqualTo(casesByStage().values().stream().mapToLong(Long::longValue).sum());
  }

  private Map<String, Long> casesByStage() {
    return database.sql("select stage, count(*) as cases from collection_case where status = 'OPEN' group by stage")
        .query((row, number) -> Map.entry(row.getString("stage"), row.getLong("cases"))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Instant morningOf(LocalDate date) {
    return date.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
  }

  private static String secondsSince(long began) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - began) / 1e9);
  }

  @Override
  public void close() throws IOException {
    application.close();
    ClockUtil.reset();
    FileSystemUtils.deleteRecursively(work);
  }
}
