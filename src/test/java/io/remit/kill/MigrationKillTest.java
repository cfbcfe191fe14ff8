package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.remit.RemitApplication;
import io.remit.contact.dispatch.ContactWork;
import io.remit.database.PostgresDatabase;
import io.remit.eventlog.CaseProofs;
import io.remit.intake.ArrearsIntake;
import io.remit.intake.PaymentsIntake;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.process.time.DueJobs;
import io.remit.release.migration.MigrationDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Open cases follow a changed model, and some of them cannot; a node is killed in the middle of it, and another goes
 * on. In the end each case that can has moved, once, and nothing else has happened to any. As many cases as {@code
 * remit.test.cases} says, forty in the build.
 */
@Tag("kill")
class MigrationKillTest {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationKillTest.class);
  private static final int CASES = Integer.getInteger("remit.test.cases", 40);
  private static final int STUCK = Math.max(4, CASES / 20);
  private static final int CALLED = (CASES - STUCK) / 2;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String MODEL = "collection-case.bpmn";
  private static final String OF_VISITS = "select id_ from act_ru_jobdef where act_id_ = 'timer_visit_due'";
  /** All but what a move writes. */
  private static final Map<String, String> UNTOUCHED = Map.of(
      "passed", "select id_, start_time_, end_time_ from act_hi_actinst",
      "tasks", "select id_, assignee_, due_date_, priority_, create_time_, task_def_key_ from act_ru_task",
      "timers", "select id_, duedate_, retries_ from act_ru_job where job_def_id_ not in (" + OF_VISITS + ")",
      "told", "select event_id, case_number, type, text, data from case_event where type <> 'MIGRATED'",
      "contacts", "select attempt_id, status, sent_at from contact_attempt",
      "called", "select id_, super_exec_ is not null, business_key_ from act_ru_execution where parent_id_ is null",
      "cases", "select case_number, status, stage, process_instance_id, treatments_in_stage from collection_case",
      "heard", "select id_, event_name_ from act_ru_event_subscr");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private PostgresDatabase postgres;
  private ConfigurableApplicationContext application;
  private JdbcClient database;
  private MigrationDesk desk;

  @AfterEach
  void stop() {
    if (application != null) {
      application.close();
    }
    ClockUtil.reset();
    postgres.close();
  }

  @Test
  void eachCaseThatCanMovesOnceAlthoughANodeIsKilledInTheMiddle() throws Exception {
    start();
    openCases();
    assertThat(count("act_ru_task where task_def_key_ = 'task_call_debtor'")).isEqualTo(CALLED);
    assertThat(count("act_ru_task where task_def_key_ = 'task_visit_debtor'")).isEqualTo(STUCK);
    assertThat(count("contact_attempt where sent_at is not null")).isEqualTo(CASES - STUCK - CALLED);
    changeTheModel();
    List<Map<String, Object>> visits = visitTimers();
    // what is asked to be computed anew was wrong, and so was what is not
    shift("timer_visit_due");
    shift("timer_legal_due");
    Map<String, List<Map<String, Object>>> before = untouched();

    assertThat(desk.preview("collection-case")).containsExactly("collection-case 2.1.0 -> 2.2.0 MINOR: " + CASES
        + " open, " + (CASES - STUCK) + " move");
    assertThat(desk.places("collection-case"))
        .contains("call_in_telephone 'Call the debtor': " + CALLED + ", to ring_in_telephone",
            "visit_in_visit 'Visit the debtor': " + STUCK + ", CALLED_NO_MORE");
    assertThat(count("model_migration_item")).as("nothing was written").isZero();
    long migration = desk.start("collection-case", "2.1.0", "owner1").get(0);
    long begin = System.nanoTime();
    killANodeInTheMiddle();
    int done = done("MOVED");
    await().atMost(PATIENCE).until(() -> {
      desk.work();
      return desk.isFinished(migration);
    });
    LOG.info("{} of {} cases were moved when the node was killed, all in {} ms", done, CASES,
        (System.nanoTime() - begin) / 1_000_000);

    assertThat(desk.progress(migration)).isEqualTo((CASES - STUCK) + " moved, " + STUCK + " stayed, 0 ended, 0 left");
    assertThat(desk.report(migration).stream().filter(each -> !each.contains(" MOVED "))).hasSize(STUCK)
        .allMatch(each -> each.endsWith(" STAYED CALLED_NO_MORE visit_in_visit"));
    assertThat(untouched()).isEqualTo(before);
    assertThat(visitTimers()).hasSize(CALLED).isEqualTo(visits);
    assertThat(count("case_event where type = 'MIGRATED'")).isEqualTo(CASES - STUCK);
    assertThat(count("collection_case c where 1 < (select count(*) from case_event e"
        + " where e.case_number = c.case_number and e.type = 'MIGRATED')")).isZero();
    assertThat(standing("ring_in_telephone")).isEqualTo(CALLED);
    assertThat(standing("visit_in_visit")).isEqualTo(STUCK);
    assertThat(application.getBean(CaseProofs.class).checkAll().notRight()).isEmpty();

    Map<String, List<Map<String, Object>>> once = untouched();
    long again = desk.start("collection-case", null, "owner1").get(0);
    desk.work();

    assertThat(desk.progress(again)).isEqualTo("0 moved, " + STUCK + " stayed, 0 ended, 0 left");
    assertThat(untouched()).isEqualTo(once);
    assertThat(count("case_event where type = 'MIGRATED'")).isEqualTo(CASES - STUCK);
    goOn();
  }

  private void start() throws IOException {
    postgres = PostgresDatabase.create();
    database = JdbcClient.create(postgres.dataSource());
    for (ModelFile file : ModelFolder.in(Path.of("bpmn")).files()) {
      Path copy = models().resolve(file.name());
      Files.createDirectories(copy.getParent());
      Files.write(copy, file.content());
    }
    // a working day, in the hours in which debtors may be called
    LocalDate workingDay = LocalDate.now(Clock.systemUTC()).with(TemporalAdjusters.previous(DayOfWeek.WEDNESDAY));
    ClockUtil.setCurrentTime(Date.from(workingDay.atTime(LocalTime.of(9, 30)).toInstant(ZoneOffset.UTC)));
    application = new SpringApplicationBuilder(RemitApplication.class).profiles("test").run(settings("here"));
    desk = new MigrationDesk(application);
  }

  private Path models() {
    return folder.resolve("models");
  }

  private String[] settings(String node) {
    return new String[] {"--spring.profiles.active=test", "--server.port=0", "--remit.work-folder=" + folder,
        "--remit.inbox.poll=1h", "--remit.models=" + models().toUri(), "--remit.migration.together=" + CASES / 4,
        "--spring.datasource.url=" + postgres.url() + "&ApplicationName=" + node,
        "--spring.datasource.username=postgres"};
  }

  private void openCases() throws IOException {
    LocalDate today = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
    String rows = IntStream.range(0, CASES).mapToObj(number -> {
      int age = number < STUCK ? 100 : number < STUCK + CALLED ? 40 : 10;
      return "A%d,LOAN,EUR,460.00,460.00,%s,D%d,Ann Example,+8703%08d,277 Example Street,Atlantic Ocean,Etc/UTC,en,%s\n"
          .formatted(number, today.minusDays(age), number, number, age == 100);
    }).collect(Collectors.joining());
    assertThat(application.getBean(ArrearsIntake.class).apply(new ByteArrayInputStream((
        "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,"
            + "phone,address,city,time_zone,language,owns_property\n" + rows).getBytes(StandardCharsets.UTF_8)), false)
        .opened()).isEqualTo(CASES);
    application.getBean(DueJobs.class).runUntilQuiet();
    application.getBean(ContactWork.class).runUntilQuiet();
    TaskService tasks = application.getBean(TaskService.class);
    tasks.createTaskQuery().taskDefinitionKey("task_call_debtor").listPage(0, CALLED / 2)
        .forEach(task -> tasks.setAssignee(task.getId(), "collector1"));
  }

  /** Two places have other ids: the instructions name what became of one of them. */
  private void changeTheModel() throws IOException {
    Path model = models().resolve(MODEL);
    Files.writeString(model, Files.readString(model).replace("versionTag=\"2.1.0\"", "versionTag=\"2.2.0\"")
        .replace("\"call_in_telephone\"", "\"ring_in_telephone\"").replace("\"visit_in_visit\"", "\"visit_at_home\""));
    Files.writeString(models().resolve("collection-case.migration.json"), """
        {"from": ["2.1.x"], "elements": {"call_in_telephone": "ring_in_telephone",
         "visit_in_visit": "wait_in_visit"}, "redate": ["timer_visit_due"]}
        """);
    ModelFolder changed = ModelFolder.in(models());
    DeploymentBuilder deployment = application.getBean(RepositoryService.class).createDeployment().name("remit")
        .source("remit").enableDuplicateFiltering(true);
    changed.files().stream().filter(ModelFile::isDeployed)
        .forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
    deployment.deploy();
    desk.deployed(changed);
  }

  private void shift(String timer) {
    assertThat(database.sql("""
        update act_ru_job set duedate_ = duedate_ + interval '3 days'
         where job_def_id_ in (select id_ from act_ru_jobdef where act_id_ = :timer)
        """).param("timer", timer).update()).isPositive();
  }

  /** A node moves one batch, and waits in the next for a case that somebody holds. */
  private void killANodeInTheMiddle() throws SQLException, InterruptedException {
    try (Connection somebody = postgres.dataSource().getConnection();
        JavaProcess node = new JavaProcess(folder.resolve("node.out"), RemitNode.class,
            arguments(settings("victim"), "--remit.migration.poll=200ms"))) {
      somebody.setAutoCommit(false);
      JdbcClient holding = JdbcClient.create(
          new SingleConnectionDataSource(somebody, true));
      holding.sql("""
          select id_ from act_ru_execution where id_ = (
            select process_id from model_migration_item order by process_id limit 1 offset :middle) for update
          """).param("middle", CASES / 2).query(String.class).single();
      await().atMost(PATIENCE).until(() -> !node.isAlive() || done("MOVED") > 0 && count(
          "pg_stat_activity where application_name = 'victim' and wait_event_type = 'Lock'") > 0);
      node.kill();
      somebody.rollback();
    }
    assertThat(done("MOVED")).isBetween(1, CASES - STUCK - 1);
    await().atMost(PATIENCE).until(() -> count("pg_stat_activity where application_name = 'victim'") == 0);
  }

  private static String[] arguments(String[] settings, String more) {
    return Stream.concat(Arrays.stream(settings), Stream.of(more)).toArray(String[]::new);
  }

  private List<Map<String, Object>> visitTimers() {
    return database.sql("select id_, duedate_ from act_ru_job where job_def_id_ in (" + OF_VISITS + ") order by 1")
        .query().listOfRows();
  }

  /** Each is paid, and closes where it stands, by the drawing in which it is. */
  private void goOn() throws IOException {
    LocalDate today = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
    String rows = IntStream.range(0, CASES).mapToObj(number -> "P%d,A%d,PAYMENT,460.00,EUR,%s,\n"
        .formatted(number, number, today)).collect(Collectors.joining());
    assertThat(application.getBean(PaymentsIntake.class).apply(new ByteArrayInputStream((
        "payment_reference,account_number,type,amount,currency,value_date,reverses\n" + rows)
        .getBytes(StandardCharsets.UTF_8))).posted()).isEqualTo(CASES);
    assertThat(count("collection_case where status = 'CLOSED'")).isEqualTo(CASES);
    assertThat(application.getBean(CaseProofs.class).checkAll().notRight()).isEmpty();
  }

  private int done(String outcome) {
    return count("model_migration_item where outcome = '" + outcome + "'");
  }

  private int standing(String element) {
    return count("act_ru_execution where act_id_ = '" + element + "'");
  }

  private int count(String rows) {
    return database.sql("select count(*) from " + rows).query(Integer.class).single();
  }

  private Map<String, List<Map<String, Object>>> untouched() {
    return UNTOUCHED.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
        each -> database.sql(each.getValue() + " order by 1").query().listOfRows()));
  }
}
