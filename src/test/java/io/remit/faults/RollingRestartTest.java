package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.remit.LongForm;
import io.remit.files.Sha256;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.RunningModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * A newer version of Remit joins an older one that works: it has a migration and models that the older one does not
 * know. Both work on the same cases; the older one stops and comes up again, and takes nothing back.
 */
@Tag("faults")
@Order(8)
@LongForm
class RollingRestartTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CASES = 4;
  private static final String MODEL = "collection-case.bpmn";
  private static final String OLD_VERSION = "2.1.0";
  private static final String NEW_VERSION = "2.1.999";
  private static final String TEXT = "messages/overdue-sms.en.1.txt";
  private static final String NEW_TEXT = "messages/overdue-sms.en.2.txt";
  private static final String REGISTER = "messages/register.csv";
  private static final String PAYMENTS = "payment_reference,account_number,type,amount,currency,value_date,reverses\n";
  private static final String[] OLDER = {"--remit.migration.poll=200ms", "--remit.releases.poll=200ms"};
  private static final String OPEN_CASES =
      "act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ where d.key_ = 'collection-case'"
          + " and e.parent_id_ is null and d.version_tag_ ";

  private static final String MOVED = "case_event where type = 'MIGRATED' and text like '%version ";

  private final FaultSite site = FaultSite.shared();
  private FaultSite older;
  private FaultSite newer;
  private int opened;

  @TempDir
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    site.stopSending();
    site.jumpTo(site.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(LocalTime.of(11, 0))
        .toInstant(ZoneOffset.UTC));
    older = site.startApart("rolling", OLDER);
  }

  @AfterEach
  void end() {
    older.close();
    if (newer != null) {
      newer.close();
    }
    older.dropAlone();
    site.startSending();
  }

  @Test
  void anOlderNodeWorksBesideANewerOneAndComesUpAgain() throws IOException {
    open(older, "OLD", 8);
    open(older, "CALL", 40);
    workForADay(older);
    call(older, "CALL0");
    pay(older, "OLD0");

    newer = older.startBeside(newer());
    assertThat(newer.count("flyway_schema_history where version = '9001' and success")).isEqualTo(1);
    await().atMost(PATIENCE).until(() -> release(older) == 2
        && older.count(OPEN_CASES + "<> '" + NEW_VERSION + "'") == 0);

    open(older, "ONE", 8);
    open(newer, "TWO", 8);
    pay(newer, "OLD1");
    call(newer, "CALL1");
    workForADay(older);
    pay(older, "TWO0");
    pay(newer, "ONE0");
    older.jobExecutor().start();
    workForADay(newer);

    older.close();
    older = newer.startBeside(OLDER);
    assertThat(release(older)).as("its folder has run, and was replaced").isEqualTo(2);
    assertThat(older.ask("/api/models/running").body()).contains("\"differing\":[\"" + MODEL + "\",\"" + NEW_TEXT);
    newer.stopSending();
    open(older, "AGAIN", 8);
    call(older, "CALL2");
    workForADay(older);
    newer.startSending();
    pay(older, "AGAIN0");
    assertThat(older.database().sql("""
        select template || ' ' || template_version || ' ' || status from contact_attempt where debtor_id like 'AGAIN%'
        """).query(String.class).list()).as("sent by the older node").hasSize(CASES)
        .containsOnly("overdue-sms en 2 SENT");

    older.close();
    open(newer, "ALONE", 8);
    workForADay(newer);
    assertThat(newer.count("model_release")).isEqualTo(2);
    assertThat(newer.count("act_re_procdef where key_ = 'collection-case'")).isEqualTo(2);
    assertThat(newer.count(OPEN_CASES + "<> '" + NEW_VERSION + "'")).isZero();
    assertThat(newer.count(MOVED + OLD_VERSION + "%'")).isZero();
    assertThat(newer.count(MOVED + NEW_VERSION + "%'")).as("those that were open then").isEqualTo(2 * CASES - 1);
    assertThat(newer.count("(select distinct debtor_id from contact_attempt where status = 'SENT') written"))
        .isEqualTo(opened - CASES);
    assertThat(newer.count("collection_case where status = 'CLOSED'")).isEqualTo(5);
    assertThat(newer.count("act_ru_incident")).isZero();
    assertThat(newer.broken()).isEmpty();

    aProgramThatTheTablesExcludeIsRefused();
  }

  private void aProgramThatTheTablesExcludeIsRefused() {
    newer.database().sql("""
        insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
          execution_time, success) values (10000, '9002', 'needs 9001 drop old', 'SQL', 'V9002.sql', 'test', 0, true)
        """).update();
    assertThatThrownBy(() -> newer.startBeside(OLDER)).rootCause()
        .hasMessageContainingAll("V9002", "has to know V9001", "Start the newer version");
    assertThat(newer.ask("/api/cases").status()).as("the newer one goes on").isEqualTo(200);
  }

  /** What a newer version brings: a table, a column, a version of the lifecycle and a text. */
  private String[] newer() throws IOException {
    Path migrations = Files.createDirectories(folder.resolve("migrations"));
    Files.writeString(migrations.resolve("V9001__what_is_new.sql"), """
        create table news_of_tomorrow (news_id bigint generated by default as identity primary key);
        alter table collection_case add column of_tomorrow varchar(10);
        alter table ledger_entry add column of_tomorrow integer default 1 not null;
        """);
    Path models = folder.resolve("models");
    FileSystemUtils.copyRecursively(Path.of("bpmn"), models);
    ModelFolder shipped = ModelFolder.in(models);
    String model = text(shipped, MODEL);
    assertThat(model).contains("\"" + OLD_VERSION + "\"");
    Files.writeString(models.resolve(MODEL), model.replace("\"" + OLD_VERSION + "\"", "\"" + NEW_VERSION + "\""));
    byte[] changed = ("Good day. " + text(shipped, TEXT)).getBytes(StandardCharsets.UTF_8);
    Files.write(models.resolve(NEW_TEXT), changed);
    Files.writeString(models.resolve(REGISTER), text(shipped, REGISTER) + "overdue-sms,en,2," + Sha256.of(changed)
        + ",owner1,2007-09-03,\n");
    return new String[] {OLDER[0], OLDER[1], "--remit.models=" + models.toUri(),
        "--spring.flyway.locations=classpath:db/migration,filesystem:" + migrations};
  }

  private static String text(ModelFolder models, String name) {
    return new String(models.file(name).map(ModelFile::content).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static int release(FaultSite node) {
    return node.bean(RunningModels.class).now().release();
  }

  private void open(FaultSite node, String group, int daysPastDue) {
    LocalDate due = node.today().minusDays(daysPastDue);
    int first = 30_000 + opened;
    opened += CASES;
    assertThat(node.send("arrears", "text/csv", Home.HEADER + "\n" + IntStream.range(0, CASES)
        .mapToObj(number -> Home.LONDON.row(group + number, "100.00", due, first + number))
        .collect(Collectors.joining("\n")) + "\n").body()).contains("\"opened\":" + CASES);
  }

  private static void pay(FaultSite node, String debtor) {
    assertThat(node.send("payments", "text/csv", PAYMENTS + "paid-" + debtor + ",A" + debtor + ",PAYMENT,100.00,EUR,"
        + node.today() + ",\n").body()).contains("\"posted\":1");
  }

  /** A collector writes down how a call ended. */
  private static void call(FaultSite node, String debtor) {
    node.submit("collector1", node.database().sql("""
        select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
          join collection_case c on e.business_key_ like c.case_number || '%'
         where c.debtor_id = :debtor and t.task_def_key_ = 'task_call_debtor'
        """).param("debtor", debtor).query(String.class).single(), Map.of("outcome", "REFUSED"));
  }

  /** One node works on what is due; others may be at it too. */
  private static void workForADay(FaultSite node) {
    node.workUntilQuiet(PATIENCE);
    node.jumpTo(node.today().plusDays(1).atTime(LocalTime.of(11, 0)).toInstant(ZoneOffset.UTC));
    node.workUntilQuiet(PATIENCE);
  }
}
