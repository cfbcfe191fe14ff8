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
import io.remit.partner.PartnersForTests;
import io.remit.process.CaseModel;
import io.remit.process.time.DueJobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
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
    this.application = new SpringApplicationBuilder(RemitApplication.class, PartnersForTests.class).profiles("test")
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
      assertAllIsWell(date);
    }
  }

  /**
   * Lives through all snapshots with officers: each payment comes in on the morning of its day. They work after it, and
   * once a week.
   *
   * @param suits what they decide of reviews for court
   * @return who goes on working
   */
  Officers runWithOfficers(String suits) throws IOException {
    List<LocalDate> dates = folder.dates();
    LocalDate day = dates.get(0);
    ClockUtil.setCurrentTime(Date.from(morningOf(day)));
    application.getBean(PartnersForTests.class).begin();
    Officers officers = new Officers(application.getBean(ProcessEngine.class), suits);
    take(folder.arrears(day), day);
    work(officers);
    for (LocalDate date : dates.subList(1, dates.size())) {
      Map<LocalDate, String> paid = folder.paymentsByDay(date);
      SortedSet<LocalDate> days = new TreeSet<>(paid.keySet());
      for (LocalDate week = day.plusWeeks(1); week.isBefore(date); week = week.plusWeeks(1)) {
        days.add(week);
      }
      for (LocalDate next : days) {
        wakeUpOn(next);
        if (paid.containsKey(next)) {
          post(paid.get(next));
        }
        work(officers);
      }
      day = date;
      wakeUpOn(day);
      take(folder.arrears(date), date);
      work(officers);
      assertAllIsWell(date);
    }
    return officers;
  }

  /** Lets weeks pass in which nothing comes in, and the officers work in each of them. */
  void goOn(Officers officers, int weeks) {
    for (int week = 0; week < weeks; week++) {
      wakeUpOn(LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC).plusWeeks(1));
      work(officers);
    }
  }

  private void wakeUpOn(LocalDate day) {
    dueJobs.runUpTo(morningOf(day));
    ClockUtil.setCurrentTime(Date.from(morningOf(day)));
  }

  private void work(Officers officers) {
    dueJobs.runUntilQuiet();
    officers.decideAll();
    dueJobs.runUntilQuiet();
  }

  /** All that is owed in a case is paid today. */
  void payInFull(String caseNumber) throws IOException {
    String today = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC).toString();
    post(RealFolder.PAYMENTS_HEADER + "\n" + String.join("\n", database.sql("""
        select 'LATE-' || account_number || ',' || account_number || ',PAYMENT,'
               || cast(outstanding_amount as numeric(19, 2)) || ',' || currency || ',' || :today || ','
          from account where case_number = :case and outstanding_amount > 0
        """).param("case", caseNumber).param("today", today).query(String.class).list()) + "\n");
  }

  JdbcClient database() {
    return database;
  }

  private void assertAllIsWell(LocalDate date) throws IOException {
    assertThat(runtime.createIncidentQuery().list()).as("incidents at " + date).isEmpty();
    assertBalancesAsIn(folder.arrears(date));
    assertNoClosedCaseIsOverdue();
    assertEveryOpenCaseHasItsToken();
    assertThat(application.getBean(WaitingCheck.class).broken()).as("cases that wait for ever at " + date).isEmpty();
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

  /** Posts the rows of a payments file. */
  void post(String rows) throws IOException {
    PaymentsResult result = payments.apply(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
    assertThat(result.rejected()).isEmpty();
    assertThat(result.posted()).isEqualTo(result.rows());
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
