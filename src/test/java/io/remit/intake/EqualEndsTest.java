package io.remit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.remit.LongForm;
import io.remit.RemitApplication;
import io.remit.StatementCounter;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.Corrections;
import io.remit.cases.InvalidInputException;
import io.remit.database.PostgresDatabase;
import io.remit.gate.OptOuts;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import io.remit.partner.PartnersForTests;
import io.remit.process.story.SimulatedTime;
import io.remit.promise.PromiseEntry;
import io.remit.region.RegionalRelief;
import io.remit.safety.SafetyNotes;
import io.remit.sql.UnwatchedDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;

/**
 * Three real files, in which all happens that files and people can do to debtors: what is asked and written together
 * for the debtors of a batch leaves the same in every table as if each case asked and wrote for itself.
 */
@Tag("own-application")
class EqualEndsTest {

  private static final Path FINES = Path.of("..", "shared", "data", "fines");
  private static final Instant BEGIN = Instant.parse("2007-09-02T07:00:00Z");
  private static final int ROWS = Integer.getInteger("remit.equal-ends.rows", 36);
  /** The engine's ids, and times of the machine: all else happens in 2007. */
  private static final Pattern BY_CHANCE = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
      + "|20[2-9]\\d-\\d\\d-\\d\\d[ T][0-9:.+Z]*");

  /** What a file tells of its progress hangs on how fast the machine is. */
  private static final Set<String> PROGRESS = Set.of("rows_so_far", "rows_per_second", "remaining_seconds");

  @TempDir
  private Path folder;

  /** Nothing runs beside the test, so that all happens in one order. No other application finds it. */
  static class NothingBeside {

    @Bean
    TaskScheduler taskScheduler() {
      return Mockito.mock(TaskScheduler.class);
    }
  }

  /** What is left at the end, and how often the database was asked while files were taken in. */
  private record End(Map<String, List<String>> tables, long statements) {
  }

  @Test
  void eachTableIsTheSame() throws IOException {
    livesEndEqually("postgresql");
  }

  @Test
  @LongForm
  void eachTableIsTheSameOnH2() throws IOException {
    livesEndEqually("h2");
  }

  private void livesEndEqually(String database) throws IOException {
    assumeTrue(Files.isDirectory(FINES), "the real files are not there");
    End alone = live(database, UnwatchedDatabase.class);
    End together = live(database);

    assertThat(together.tables().get(table(database, "case_event"))).hasSizeGreaterThan(3 * ROWS);
    assertThat(onlyIn(together, alone)).isEmpty();
    assertThat(onlyIn(alone, together)).isEmpty();
    assertThat(together.statements()).as("statements, and without").isLessThan(alone.statements() * 9 / 10);
  }

  private static String table(String database, String name) {
    return database.equals("h2") ? name.toUpperCase(Locale.ROOT) : name;
  }

  /** A few of the rows that the other does not have as often. */
  private static Map<String, List<String>> onlyIn(End one, End other) {
    Map<String, List<String>> rows = new TreeMap<>();
    one.tables().forEach((table, its) -> {
      List<String> left = new ArrayList<>(its);
      other.tables().getOrDefault(table, List.of()).forEach(left::remove);
      if (!left.isEmpty()) {
        rows.put(table, left.subList(0, Math.min(3, left.size())));
      }
    });
    return rows;
  }

  private End live(String database, Class<?>... besides) throws IOException {
    Class<?>[] sources = Stream.concat(Stream.of(RemitApplication.class, StatementCounter.class,
        PartnersForTests.class, NothingBeside.class), Arrays.stream(besides)).toArray(Class<?>[]::new);
    try (PostgresDatabase postgres = database.equals("h2") ? null : PostgresDatabase.create();
        ConfigurableApplicationContext application = new SpringApplicationBuilder(sources).profiles("test")
            .logStartupInfo(false).run("--server.port=0", "--remit.work-folder=" + folder,
                "--remit.inbox.poll=1d", "--remit.dispatcher.threads=0", "--remit.books.debtor-change=move",
                "--spring.datasource.url=" + (postgres == null
                    ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_ON_EXIT=FALSE" : postgres.url()),
                "--spring.datasource.username=" + (postgres == null ? "sa" : postgres.user()))) {
      SimulatedTime time = SimulatedTime.of(application, BEGIN);
      try {
        return live(application, time);
      } finally {
        time.end();
      }
    }
  }

  private static End live(ConfigurableApplicationContext application, SimulatedTime time) throws IOException {
    application.getBean(PartnersForTests.class).begin();
    StatementCounter counter = application.getBean(StatementCounter.class);
    ArrearsIntake intake = application.getBean(ArrearsIntake.class);
    counter.reset();
    assertThat(intake.apply(csv(first()), false).opened()).isPositive();
    long statements = counter.total();
    time.runDue();
    people(application);
    assertThat(promises(application, "2007-09-07")).isPositive();
    time.moveTo(Instant.parse("2007-10-02T07:00:00Z"));
    assertThat(promises(application, "2007-10-06")).isPositive();
    counter.reset();
    var second = intake.apply(csv(second()), false);
    assertThat(second.rejected()).as("a row that came twice").isNotEmpty();
    assertThat(second.warnings()).as("rows that tell several places").isNotEmpty();
    statements += counter.total();
    time.runDue();
    time.moveTo(Instant.parse("2007-11-01T07:00:00Z"));
    counter.reset();
    assertThat(intake.apply(csv(third()), true).closed()).as("left out").isPositive();
    statements += counter.total();
    time.runDue();
    time.moveTo(time.now().plus(Duration.ofDays(5)));
    return new End(tables(application.getBean(JdbcClient.class)), statements);
  }

  /** With two accounts of one debtor, and one of the same debtor in another currency. */
  private static List<String> first() throws IOException {
    List<String> rows = rows("2007-09-01", 0, ROWS);
    rows.add(changed(rows.get(1), 0, "X1"));
    rows.add(changed(changed(rows.get(1), 0, "X2"), 2, "USD"));
    return rows;
  }

  /**
   * The same a month later, with new debtors between them: one account is another debtor's now, two rows of one debtor
   * tell two places, one account comes twice, one debtor has another number and region, and some have paid.
   */
  private static List<String> second() throws IOException {
    List<String> rows = rows("2007-10-01", 0, ROWS + ROWS / 2);
    rows.set(6, changed(rows.get(6), 6, field(rows.get(7), 6)));
    rows.set(9, changed(changed(rows.get(9), 9, "+447700900111"), 13, "GB-LND"));
    rows.add(20, changed(changed(changed(rows.get(10), 0, "X3"), 15, "Asia/Tokyo"), 13, "JP-13"));
    rows.add(rows.get(30));
    for (int row = 32; row < ROWS; row += 9) {
      rows.set(row, changed(changed(rows.get(row), 3, "0.00"), 4, "0.00"));
    }
    rows.add(changed(rows.get(ROWS + 5), 0, "X4"));
    return rows;
  }

  private static List<String> third() throws IOException {
    List<String> rows = rows("2007-10-31", 0, ROWS + ROWS);
    rows.subList(ROWS, ROWS + 5).clear();
    return rows;
  }

  private static List<String> rows(String date, int from, int to) throws IOException {
    try (Stream<String> lines = Files.lines(FINES.resolve("arrears-" + date + ".csv"))) {
      return new ArrayList<>(lines.skip(1L + from).limit(to - from).toList());
    }
  }

  private static String field(String row, int column) {
    return row.split(",", -1)[column];
  }

  private static String changed(String row, int column, String value) {
    String[] fields = row.split(",", -1);
    fields[column] = value;
    return String.join(",", fields);
  }

  private static ByteArrayInputStream csv(List<String> rows) throws IOException {
    try (Stream<String> lines = Files.lines(FINES.resolve("arrears-2007-09-01.csv"))) {
      return new ByteArrayInputStream((lines.findFirst().orElseThrow() + "\n" + String.join("\n", rows) + "\n")
          .getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Holds, wishes, notes, corrections, a rule for a region, and two ids that are one person. */
  private static void people(ConfigurableApplicationContext application) {
    CaseRepository cases = application.getBean(CaseRepository.class);
    JdbcClient jdbc = application.getBean(JdbcClient.class);
    List<CollectionCase> open = jdbc.sql("select case_number from collection_case order by case_number")
        .query(String.class).list().stream().map(cases::get).toList();
    for (int number = 0; number < open.size(); number++) {
      CollectionCase its = open.get(number);
      if (number % 7 == 1) {
        application.getBean(Holds.class).raise(HoldRequest.of(its.caseNumber(),
            Reason.values()[number % 3 == 0 ? 0 : 1], "said so", "collector1"));
      }
      if (number % 5 == 2) {
        application.getBean(OptOuts.class).optOut(its.debtorId(), Channel.values()[number % 4], "test");
      }
      if (number % 13 == 3) {
        application.getBean(SafetyNotes.class).write(its.debtorId(),
            new SafetyNotes.Entered("NO_VISITS", "a dog"), "collector1");
      }
      if (number % 17 == 4) {
        application.getBean(Corrections.class).correct(its.debtorId(),
            new Corrections.Entered("NAME", "Another Name", "misspelt"), "collector1");
      }
    }
    for (int number : List.of(2, 3)) {
      jdbc.sql("insert into debtor_person (debtor_id, person_id) values (:debtor, :person)")
          .param("debtor", open.get(number).debtorId()).param("person", open.get(2).debtorId()).update();
    }
    application.getBean(RegionalRelief.class).add(
        new RegionalRelief.Entered("US-TX", "2007-09-02", "2007-10-20", "ALL", "a storm"), "supervisor1");
  }

  /** Every other of those who may promise to pay all that is overdue. */
  private static long promises(ConfigurableApplicationContext application, String day) {
    CaseRepository cases = application.getBean(CaseRepository.class);
    return application.getBean(JdbcClient.class).sql("""
        select c.case_number, sum(a.overdue_amount) as overdue from collection_case c
          join account a on a.case_number = c.case_number where c.status = 'OPEN'
         group by c.case_number having sum(a.overdue_amount) > 0 order by c.case_number
        """).query((row, number) -> number % 2 == 0 && promised(application.getBean(PromiseEntry.class),
            cases.get(row.getString("case_number")), row.getString("overdue"), day)).list().stream()
        .filter(taken -> taken).count();
  }

  private static boolean promised(PromiseEntry promises, CollectionCase its, String amount, String day) {
    try {
      promises.take(its, promises.check(its, new PromiseEntry.Entered(amount, day, null, "YES", null)), Channel.CALL,
          "collector1");
      return true;
    } catch (InvalidInputException notSo) {
      return false;
    }
  }

  /** The rows of each table, without what is drawn: the engine's ids, the first password, the database's number. */
  private static Map<String, List<String>> tables(JdbcClient jdbc) {
    Map<String, List<String>> tables = new TreeMap<>();
    jdbc.sql("""
        select table_name from information_schema.tables
         where lower(table_schema) = 'public' and table_type in ('BASE TABLE', 'TABLE')
           and lower(table_name) not in ('flyway_schema_history', 'act_id_user', 'home_database')
        """).query(String.class).list().forEach(table -> tables.put(table,
            jdbc.sql("select * from \"" + table + "\"").query((row, number) -> {
              Map<String, String> columns = new LinkedHashMap<>();
              for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                Object value = row.getObject(column);
                columns.put(row.getMetaData().getColumnName(column), value instanceof byte[] bytes
                    ? Integer.toString(bytes.length) : withoutChance(row.getString(column)));
              }
              columns.keySet().removeIf(column -> PROGRESS.contains(column.toLowerCase(Locale.ROOT)));
              return columns.toString();
            }).list()));
    return tables;
  }

  private static String withoutChance(String value) {
    return value == null ? "" : BY_CHANCE.matcher(value).replaceAll("#");
  }
}
