package io.remit.process.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.database.PostgresDatabase;
import io.remit.privacy.EveryTable;
import io.remit.trial.DatabaseCopy;
import io.remit.trial.Draw;
import io.remit.trial.RunningDatabase;
import io.remit.trial.RunningNode;
import io.remit.trial.ScratchDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A portfolio of the demo is tried with calls from the twentieth day on.
 * {@code -Dremit.try.database=postgresql} has it, and the copies, on PostgreSQL; {@code -Dremit.try.debtors} and
 * {@code -Dremit.try.days} say how much is tried.
 */
@Tag("own-application")
class TryCommandTest {

  private static final boolean ON_POSTGRES = "postgresql".equals(System.getProperty("remit.try.database"));
  private static final int DEBTORS = Integer.getInteger("remit.try.debtors", 40);
  private static final int DAYS = Integer.getInteger("remit.try.days", 1);

  /** Up to which case the day was kept; it is about none. */
  private static final String MARK_OF_THE_NIGHT = "SNAPSHOT_DAY.COPIED_TO";

  @TempDir
  static Path folder;

  private static Portfolio portfolio;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @BeforeAll
  static void load() throws SQLException {
    portfolio = new Portfolio(folder.resolve("data"), DEBTORS, 1, ON_POSTGRES);
  }

  @AfterAll
  static void end() throws SQLException {
    portfolio.close();
  }

  @Test
  void theRunningDatabaseStaysAsItIsAndNobodyIsReached() throws IOException, SQLException {
    Path models = models();
    edit(models, "stage-by-aging.dmn", "<text>&gt;= 30</text>", "<text>&gt;= 20</text>");
    edit(models, "collection-case.bpmn", "name=\"Collection case\"", "name=\"Collection case anew\"");
    Map<String, Integer> before = portfolio.fingerprints();
    long filesBefore = files();
    try (ServerSocket outside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        PostgresDatabase scratch = ON_POSTGRES ? PostgresDatabase.create() : null) {
      List<String> words = words(models, scratch, outside.getLocalPort());

      assertThat(run(words)).as(told.toString(StandardCharsets.UTF_8)).isZero();
      JsonNode report = report();
      assertThat(run(words)).isZero();

      assertThat(report()).as("the same again").isEqualTo(report);
      assertThat(portfolio.fingerprints()).isEqualTo(before);
      assertThat(files()).isEqualTo(filesBefore);
      outside.setSoTimeout(1);
      assertThat(catchThrown(outside)).as("nobody connected").isInstanceOf(SocketTimeoutException.class);
      thereAreMoreCalls(report);
      if (scratch != null) {
        assertThat(JdbcClient.create(scratch.dataSource())
            .sql("select count(*) from information_schema.schemata where schema_name like 'remit_trial%'")
            .query(Long.class).single()).as("schemas that are left").isZero();
      }
    }
  }

  private static void thereAreMoreCalls(JsonNode report) {
    long young = portfolio.jdbc().sql("""
        select count(*) from collection_case
         where status <> 'CLOSED' and cast(:today as date) - base_due_date - paused_days - moved_days between 20 and 29
        """.replace("cast(:today as date) - base_due_date", ON_POSTGRES ? "cast(:today as date) - base_due_date"
            : "datediff('DAY', base_due_date, cast(:today as date))"))
        .param("today", portfolio.now().toString().substring(0, 10)).query(Long.class).single();
    assertThat(report.get("casesThatChangeStageToday").asLong()).isEqualTo(young).isPositive();
    assertThat(report.get("openCases").asLong()).isEqualTo(portfolio.jdbc()
        .sql("select count(*) from collection_case where status <> 'CLOSED'").query(Long.class).single());
    JsonNode calls = row(report.get("contacts"), "channel", "CALL", "answer", "MADE");
    assertThat(calls.get("old").asLong()).isPositive();
    assertThat(calls.get("difference").asLong()).isGreaterThanOrEqualTo(young / 2).isPositive();
    assertThat(row(report.get("work"), "group", "collectors").get("difference").asLong()).isPositive();
    assertThat(report.get("cost")).isNotEmpty();
    assertThat(report.get("processesMoved").asLong()).as("go on in the new drawing").isEqualTo(
        count(portfolio.jdbc(), "act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
            + " where d.key_ = 'collection-case' and e.parent_id_ is null")).isPositive();
    assertThat(report.get("stuckSteps").get(0).get("new").asLong()).isZero();
  }

  @Test
  void theCopyTellsNothingOfAnybody() throws SQLException, IOException {
    try (Connection running = RunningDatabase.open(RunningNode.read(portfolio.settings()));
        ScratchDatabase copy = ScratchDatabase.inFiles(folder.resolve("copy")); Connection copied = copy.open()) {
      CopyTables.make(copy);

      assertThat(new DatabaseCopy(running, List.of(copy), Draw.ALL).copy().rows()).isGreaterThan(1000);

      JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(copied, true));
      for (String column : List.of("debtor.debtor_id", "debtor.name", "debtor.phone", "debtor.email", "debtor.address",
          "debtor.contact_person_name", "debtor.contact_person_phone", "account.account_number")) {
        String table = column.substring(0, column.indexOf('.'));
        List<String> clear = portfolio.jdbc().sql("select distinct " + column + " from " + table + " where " + column
            + " is not null").query(String.class).list();
        assertThat(clear).as(column).isNotEmpty();
        assertThat(EveryTable.with(database, clear)).as(column).isEmpty();
      }
      assertThat(count(database, "account a join debtor d on d.debtor_id = a.debtor_id")).as("what belongs together")
          .isEqualTo(count(portfolio.jdbc(), "account"));
      assertThat(count(database, "act_ru_job")).isEqualTo(count(portfolio.jdbc(), "act_ru_job"));
      assertThat(count(database, "act_id_user where pwd_ is not null or last_ is not null")).isZero();
    }
  }

  @Test
  void whoIsNotDrawnIsNotCopiedNorAnythingAboutThem() throws SQLException, IOException {
    try (Connection running = RunningDatabase.open(RunningNode.read(portfolio.settings()));
        ScratchDatabase copy = ScratchDatabase.inFiles(folder.resolve("part")); Connection copied = copy.open()) {
      CopyTables.make(copy);

      Draw draw = new DatabaseCopy(running, List.of(copy), 20).copy().draw();

      JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(copied, true));
      List<String> living = database.sql("select case_number from collection_case where status <> 'CLOSED'")
          .query(String.class).list();
      assertThat(living).hasSize((int) draw.living()).hasSizeGreaterThanOrEqualTo(20);
      assertThat(draw.open()).isEqualTo(count(portfolio.jdbc(), "collection_case where status <> 'CLOSED'"))
          .isGreaterThan(draw.living());
      List<String> others = portfolio.jdbc()
          .sql("select case_number from collection_case where case_number not in (:living)").param("living", living)
          .query(String.class).list();
      assertThat(EveryTable.with(database, others)).as("rows about other cases")
          .allMatch(place -> place.startsWith(MARK_OF_THE_NIGHT));
      for (String table : List.of("account", "case_event", "contact_attempt", "promise")) {
        String its = table + " where case_number in (" + words(living) + ")";
        assertThat(count(database, its)).as(table).isEqualTo(count(portfolio.jdbc(), its));
      }
      assertThat(count(database, "ledger_entry")).isEqualTo(count(portfolio.jdbc(), "ledger_entry e join account a"
          + " on a.account_number = e.account_number where a.debtor_id not in (" + words(draw.leftBehind()) + ")"))
          .isPositive();
      String jobs = "act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ in ("
          + words(living) + ")";
      assertThat(count(database, jobs)).isEqualTo(count(portfolio.jdbc(), jobs)).isPositive();
      assertThat(count(database, "act_ru_execution e where e.proc_inst_id_ not in (select id_ from act_ru_execution)"))
          .isZero();
    }
  }

  private static String words(Collection<String> all) {
    return all.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
  }

  @Test
  void modelsWithFindingsAreRefused() throws IOException {
    Path models = models();
    edit(models, "stage-by-aging.dmn", "<text>&gt;= 30</text>", "<text>today() = 30</text>");

    assertThat(run(List.of(models.toString()))).isEqualTo(1);
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("it reads the clock", "are refused: ");
    assertThat(said.size()).isZero();
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithTheUsage() {
    assertThat(run(List.of("--days=3"))).isEqualTo(2);
    assertThat(told.toString(StandardCharsets.UTF_8)).startsWith("which folder of models?")
        .contains("models try FOLDER");
  }

  @Test
  void withoutADatabaseNothingIsTried() throws IOException {
    assertThat(run(List.of(models().toString(), "--spring.datasource.url="))).isEqualTo(1);
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("Which database runs?");
  }

  /** The settings of a node that sends everything to one port. */
  private static List<String> words(Path models, PostgresDatabase scratch, int port) {
    List<String> words = new ArrayList<>(List.of(models.toString(), "--days", String.valueOf(DAYS), "--format=json",
        "--from", portfolio.now().toString(), "--remit.channels.sms=http", "--remit.channels.email=smtp",
        "--remit.channels.robot-call=http", "--remit.channels.letter=print",
        "--remit.http-sms.url=http://127.0.0.1:" + port, "--remit.robot.url=http://127.0.0.1:" + port,
        "--remit.mail.host=127.0.0.1", "--remit.mail.port=" + port, "--remit.mail.bounces.host=127.0.0.1",
        "--remit.mail.bounces.port=" + port, "--remit.exchange.sftp.court.host=127.0.0.1",
        "--remit.exchange.sftp.court.port=" + port, "--remit.work-folder=" + folder.resolve("data")));
    words.addAll(portfolio.settings());
    if (scratch != null) {
      words.addAll(List.of("--scratch-url", scratch.url(), "--scratch-user", scratch.user()));
    }
    return words;
  }

  private int run(List<String> words) {
    said.reset();
    told.reset();
    return TryCommand.run(new PrintStream(said, true, StandardCharsets.UTF_8),
        new PrintStream(told, true, StandardCharsets.UTF_8), words);
  }

  /** Without how long it took. */
  private JsonNode report() throws IOException {
    ObjectNode report = (ObjectNode) new ObjectMapper().readTree(said.toString(StandardCharsets.UTF_8));
    report.remove("seconds");
    return report;
  }

  private static JsonNode row(JsonNode rows, String... namesAndValues) {
    return StreamSupport.stream(rows.spliterator(), false).filter(row -> {
      for (int i = 0; i < namesAndValues.length; i += 2) {
        if (!row.get(namesAndValues[i]).asText().equals(namesAndValues[i + 1])) {
          return false;
        }
      }
      return true;
    }).findFirst().orElseThrow(() -> new AssertionError(String.join(" ", namesAndValues) + " in " + rows));
  }

  private static long count(JdbcClient database, String from) {
    return database.sql("select count(*) from " + from).query(Long.class).single();
  }

  private static Throwable catchThrown(ServerSocket outside) {
    try {
      outside.accept().close();
      return null;
    } catch (IOException none) {
      return none;
    }
  }

  private static long files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
      return all.count();
    }
  }

  private static Path models() throws IOException {
    Path models = Files.createTempDirectory(folder, "models");
    FileSystemUtils.copyRecursively(Path.of("bpmn"), models);
    return models;
  }

  private static void edit(Path models, String file, String before, String after) throws IOException {
    String text = Files.readString(models.resolve(file));
    assertThat(text).contains(before);
    Files.writeString(models.resolve(file), text.replace(before, after));
  }
}
