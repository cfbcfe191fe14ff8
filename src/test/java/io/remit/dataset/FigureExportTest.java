package io.remit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.remit.privacy.PersonalColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a data team gets, as DuckDB reads it, held to the database that it comes from. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FigureExportTest {

  private static final String LAST_DAY = ExportWorld.LAST.toString();

  private final Map<String, ExportWorld> worlds = new TreeMap<>();

  @TempDir
  private Path folder;
  private Duck duck;

  @BeforeAll
  void start() throws SQLException {
    assumeTrue(Duck.mustRun());
    duck = Duck.start();
    for (String kind : List.of("h2", "postgres")) {
      worlds.put(kind, new ExportWorld(kind));
    }
  }

  @AfterAll
  void end() throws Exception {
    for (ExportWorld world : worlds.values()) {
      world.close();
    }
    if (duck != null) {
      duck.close();
    }
  }

  private ExportWorld h2() {
    return worlds.get("h2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void theSumsOfTheFilesAreThoseOfTheDatabase(String kind) throws SQLException {
    ExportWorld world = worlds.get(kind);
    assertThat(world.export(folder)).as(world.printed).isZero();
    duck.open(folder);
    assertThat(world.printed).contains("2025-11 to 2026-03: 1320 snapshots, 240 ledger, 180 contacts");

    String snapshots = "select business_day, stage, currency, sum(overdue), sum(outstanding), count(*), count(region),"
        + " count(distinct account_%s), count(partner%s) from %s group by business_day, stage, currency";
    assertSame(world, snapshots.formatted("id", "_id", "snapshots"),
        snapshots.formatted("number", "", "account_day"), 44 * 3);
    String ages = "select bucket, currency, sum(outstanding) from %s group by bucket, currency";
    assertSame(world, ages.formatted("snapshots"), ages.formatted("(select currency, outstanding,"
        + " case when bucket = 7 then 'M7+' else concat('M', bucket) end as bucket from account_day) b"), 24);

    String ledger = "select \"month\", type, currency, booked_by, sum(amount), sum(overdue_amount), count(*),"
        + " count(%s), min(value_date), max(booking_date) from %s group by \"month\", type, currency, booked_by";
    assertSame(world, ledger.formatted("undone_booking_id", "ledger"), ledger.formatted("reverses", "(select l.*, "
        + monthOf(kind, "booked_at") + " as \"month\", case when actor is null then 'file' when actor = 'remit'"
        + " then 'remit' else 'staff' end as booked_by from ledger_entry l) l"), 60);

    String contacts = "select \"month\", channel, allowed, rule, status, count(*), count(distinct case_%s),"
        + " count(finished_at) from %s group by \"month\", channel, allowed, rule, status";
    assertSame(world, contacts.formatted("id", "contacts"), contacts.formatted("number", "(select c.*, "
        + monthOf(kind, "planned_at") + " as \"month\" from contact_attempt c) c"), 30);
  }

  private static String monthOf(String kind, String moment) {
    return kind.equals("h2") ? "formatdatetime(" + moment + " at time zone 'Europe/Berlin', 'yyyy-MM')"
        : "to_char(" + moment + " at time zone 'Europe/Berlin', 'YYYY-MM')";
  }

  private void assertSame(ExportWorld world, String ofFiles, String ofDatabase, int atLeast) throws SQLException {
    List<String> there = world.jdbc.sql(ofDatabase).query((row, number) -> {
      List<Object> cells = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        cells.add(row.getObject(i));
      }
      return Duck.line(cells);
    }).list();
    assertThat(there).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(duck.ask(ofFiles)).containsExactlyInAnyOrderElementsOf(there);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void nothingTellsWhoSomebodyIs(String kind) throws Exception {
    ExportWorld world = worlds.get(kind);
    assertThat(world.export(folder)).isZero();
    duck.open(folder);

    StringBuilder all = new StringBuilder();
    for (ExportedTable table : ExportedTable.values()) {
      duck.ask("select * from " + table.folder()).forEach(row -> all.append(row).append('\n'));
    }
    for (byte[] file : contents(folder).values()) {
      all.append(new String(file, StandardCharsets.ISO_8859_1));
    }
    assertThat(all.toString()).contains("reminder-sms").doesNotContain(ExportWorld.TELLING);
  }

  /** The inventory of what is held of debtors, and this list of what is exported, do not contradict one another. */
  @Test
  void noColumnThatTellsWhoSomebodyIsIsExportedAsItIs() {
    PersonalColumns personal = new PersonalColumns();
    Map<ExportedTable, String> tables = Map.of(ExportedTable.SNAPSHOTS, "account_day", ExportedTable.LEDGER,
        "ledger_entry", ExportedTable.CONTACTS, "contact_attempt");
    for (ExportedTable table : ExportedTable.values()) {
      assertThat(table.sql()).contains("from " + tables.get(table) + "\n");
      assertThat(table.columns()).filteredOn(column -> !column.name().endsWith("_id")).hasSizeGreaterThan(7)
          .allSatisfy(column ->
              assertThat(personal.of(tables.get(table), column.name())).as(column.name()).isEmpty());
    }
  }

  @Test
  void thePageDescribesEachColumn() throws Exception {
    assertThat(h2().export(folder)).isZero();
    duck.open(folder);
    String page = Files.readString(Path.of("docs", "figures-export.md"));
    for (ExportedTable table : ExportedTable.values()) {
      String part = page.substring(page.indexOf("### `" + table.folder() + "`"));
      List<String> described = part.lines().skip(1).takeWhile(line -> !line.startsWith("#"))
          .filter(line -> line.startsWith("| `"))
          .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
          .peek(cells -> assertThat(cells).as(cells.get(1)).hasSize(5).last().asString().isNotBlank())
          .map(cells -> cells.get(1).replace("`", "") + " " + cells.get(2).replace(" or null", "") + " "
              + cells.get(2).endsWith(" or null")).toList();
      Map<String, ExportedColumn> columns = new TreeMap<>();
      table.columns().forEach(column -> columns.put(column.name(), column));
      assertThat(described).isEqualTo(duck.ask("select column_name, column_type from (describe " + table.folder()
          + ") where column_name <> 'month'").stream()
          .map(column -> column + " " + !columns.get(column.split(" ")[0]).required()).toList());
    }
  }

  @Test
  void theQueriesOfThePageAreAnswered() throws Exception {
    assertThat(h2().export(folder)).isZero();
    List<String> queries = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("docs", "figures-export.md"))).results().map(found -> found.group(1))
        .toList();
    assertThat(queries).hasSize(3);
    for (String query : queries) {
      assertThat(duck.ask(query.replace("/srv/figures", folder.toString()))).as(query).isNotEmpty();
    }
  }

  @Test
  void yearsJoinAsLongAsTheKeyIsTheSame() throws Exception {
    Path january = folder.resolve("january");
    Path later = folder.resolve("later");
    assertThat(h2().export(january, "--to", "2026-01-31")).isZero();
    assertThat(h2().export(later, "--from=2026-02-01")).isZero();
    assertThat(accounts(january)).hasSize(30).containsExactlyElementsOf(accounts(later))
        .allMatch(name -> name.matches("[0-9a-f]{24}"));
    duck.open(january);
    assertThat(duck.ask("select distinct month from snapshots")).containsExactly("2026-01");
    assertThat(duck.ask("select count(*) from ledger where undone_booking_id not in"
        + " (select coalesce(booking_id, '') from ledger)")).as("of other months").isNotEqualTo(List.of("0"));

    Path other = folder.resolve("other");
    assertThat(h2().exportWith(ExportWorld.OTHER_KEY, other.toString())).isZero();
    assertThat(accounts(other)).hasSize(30).doesNotContainAnyElementsOf(accounts(later));
    Map<String, byte[]> before = contents(later);
    assertThat(h2().exportWith(ExportWorld.OTHER_KEY, later.toString())).isEqualTo(1);
    assertThat(h2().printed).contains("another REMIT_FIGURES_KEY").doesNotContain(ExportWorld.OTHER_KEY);
    assertEqual(contents(later), before);
  }

  private List<String> accounts(Path of) throws SQLException {
    duck.open(of);
    List<String> all = duck.ask("select distinct account_id from snapshots order by 1");
    assertThat(duck.ask("select count(distinct account_id) from ledger where account_id in"
        + " (select account_id from snapshots)")).as("ledger and snapshots join").isEqualTo(List.of("30"));
    assertThat(duck.ask("select count(*) from contacts where case_id in (select account_id from snapshots)"
        + " or debtor_id in (select case_id from snapshots)")).as("each kind has its own").isEqualTo(List.of("0"));
    return all;
  }

  @Test
  void withoutTheKeyNothingIsWritten() {
    for (String key : new String[] {"", "   ", "short", "AAAA", ExportWorld.KEY + "AAAA", "?"}) {
      assertThat(h2().exportWith(key, folder.resolve("out").toString())).as(key).isEqualTo(1);
      assertThat(h2().printed).contains("Set REMIT_FIGURES_KEY to the Base64 of 32 bytes");
      assertThat(folder.resolve("out")).doesNotExist();
    }
  }

  @Test
  void aSecondRunAndAnotherTimeZoneOfTheMachineGiveTheSameFiles() throws Exception {
    for (ExportWorld world : worlds.values()) {
      Path here = folder.resolve("here");
      assertThat(world.export(here)).isZero();
      Map<String, byte[]> first = contents(here);
      assertThat(first).hasSize(15);
      TimeZone before = TimeZone.getDefault();
      try {
        for (String zone : List.of("Pacific/Kiritimati", "America/St_Johns")) {
          TimeZone.setDefault(TimeZone.getTimeZone(zone));
          assertThat(world.export(here)).isZero();
          assertEqual(contents(here), first);
        }
      } finally {
        TimeZone.setDefault(before);
      }
      delete(here);
    }
  }

  @Test
  void whatIsAddedWhileItIsReadIsNotInIt() throws Exception {
    for (ExportWorld world : worlds.values()) {
      try (Connection connection = world.dataSource.getConnection(); ExportRows rows = ExportRows.of(connection)) {
        assertThat(rows.firstDay(ExportWorld.ZONE)).contains(LocalDate.parse("2025-11-30"));
        int[] read = new int[ExportedTable.values().length];
        for (ExportedTable table : ExportedTable.values()) {
          rows.read(table, LocalDate.parse("2025-01-01"), LocalDate.parse("2026-12-31"), ExportWorld.ZONE, row -> {
            if (read[table.ordinal()]++ == 0) {
              world.addNews(table.ordinal());
            }
          });
        }
        assertThat(read).containsExactly(1320, 240, 180);
        assertThat(rows.lastDay()).contains(ExportWorld.LAST);
        assertThat(world.jdbc.sql("select count(*) from ledger_entry").query(Long.class).single()).isEqualTo(243);
      } finally {
        world.removeNews();
      }
    }
  }

  @Test
  void aRunThatFailsLeavesTheFilesThatWereThereAndNoOther() throws Exception {
    try (ExportWorld world = new ExportWorld("h2")) {
      assertThat(world.export(folder)).isZero();
      Map<String, byte[]> before = contents(folder);
      world.jdbc.sql("update account_day set outstanding = 1").update();
      world.jdbc.sql("alter table contact_attempt alter column right_party rename to elsewhere").update();
      Files.writeString(folder.resolve(".remit-export/ledger-2026-01.unfinished"), "half of one that was killed");

      assertThat(world.export(folder)).isEqualTo(1);

      assertThat(world.printed).contains("The figures could not be exported");
      assertEqual(contents(folder), before);
      try (Stream<Path> own = Files.list(folder.resolve(".remit-export"))) {
        assertThat(own).extracting(path -> path.getFileName().toString()).containsExactly("lock");
      }
      world.jdbc.sql("alter table contact_attempt alter column elsewhere rename to right_party").update();
      assertThat(world.export(folder)).isZero();
      duck.open(folder);
      assertThat(duck.ask("select sum(outstanding) from snapshots")).containsExactly("1320");
    }
  }

  /** A program of its own, which dies with a half file: the next one clears it away, and is not locked out. */
  @Test
  void aRunThatIsKilledLeavesNoHalfFileUnderAName() throws Exception {
    Process killed = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), HalfExport.class.getName(), folder.toString()).inheritIO().start();
    assertThat(killed.waitFor()).isEqualTo(HalfExport.KILLED);
    assertThat(contents(folder).keySet()).containsExactly(".remit-export/ledger-2026-01.unfinished");

    assertThat(h2().export(folder)).as(h2().printed).isZero();
    assertThat(contents(folder).keySet()).hasSize(15).allMatch(name -> name.endsWith("/part.parquet"));
  }

  @Test
  void twoAtOnceDoNotWriteIntoOneFolder() throws Exception {
    try (ExportFolder other = ExportFolder.open(folder)) {
      assertThat(other).isNotNull();
      assertThat(h2().export(folder)).isEqualTo(1);
      assertThat(h2().printed).contains("Another export writes into");
    }
    assertThat(h2().export(folder)).isZero();
  }

  @Test
  void aFolderThatIsNoneOfAnExportIsRefusedAndLeftAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    for (Map.Entry<Path, String> odd : Map.of(file, "is no folder", folder, "has other files",
        file.resolve("below"), "could not be exported", Path.of("/proc/remit"), "could not be exported").entrySet()) {
      assertThat(h2().export(odd.getKey())).as(odd.toString()).isEqualTo(1);
      assertThat(h2().printed).contains(odd.getValue());
    }
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(path -> !file.equals(path));

    Path made = folder.resolve("a/b");
    assertThat(h2().export(made, "--from", "2026-03-01")).isZero();
    Path of = made.resolve("ledger/month=2026-03/part.parquet");
    assertThat(Files.getPosixFilePermissions(of).toString()).doesNotContain("OTHERS");
    byte[] half = Arrays.copyOf(Files.readAllBytes(of), 700);
    Files.write(of, half);
    assertThat(h2().export(made)).isEqualTo(1);
    assertThat(h2().printed).contains("part.parquet is no whole file of Parquet");
    assertThat(of).hasBinaryContent(half);
  }

  @Test
  void onlyWholeMonthsAndDaysThatAreOverAreExported() throws Exception {
    String[][] notUnderstood = {{"--from", "2026-1-1"}, {"--from", "2026-02-30"}, {"--from", ""}, {"--from", "now"},
        {"--from", "+12026-01-01"}, {"--from", "2026-02-01", "--to", "2026-01-31"}, {"--to"}, {"more"},
        {"--until", "2026-01-31"}, {"--from", "2026-01-01", "--from", "2026-01-01"}, {"--from", "-2026-01-01"},
        {"--from", "\u0662\u0660\u0662\u0666-01-01"}};
    for (String[] words : notUnderstood) {
      assertThat(h2().export(folder.resolve("out"), words)).as(Arrays.toString(words)).isEqualTo(2);
      assertThat(h2().printed).contains("figures export FOLDER");
    }
    Map<String, String> refused = Map.of("--from=2026-01-02", "2026-01-02 is the first day of none",
        "--to=2026-03-15", "is 2026-03-14", "--to=9999-12-31", "is 2026-03-14",
        "--to=2026-02-27", "2026-02-27 is the last day of none");
    for (Map.Entry<String, String> word : refused.entrySet()) {
      assertThat(h2().export(folder.resolve("out"), word.getKey())).as(word.getKey()).isEqualTo(1);
      assertThat(h2().printed).contains(word.getValue());
    }
    assertThat(folder.resolve("out")).doesNotExist();

    assertThat(h2().export(folder.resolve("out"), "--from", "0001-01-01", "--to", LAST_DAY)).isZero();
    assertThat(contents(folder.resolve("out"))).as("from the first month of which there is anything").hasSize(15);
    assertThat(h2().export(folder.resolve("none"), "--from", "9999-01-01")).isZero();
    assertThat(h2().printed).contains("There is nothing of these months");
    assertThat(h2().export(folder.resolve("none"), "--to", "2025-10-31")).isZero();
    assertThat(contents(folder.resolve("none"))).isEmpty();

    assertThat(h2().run("figures")).isEqualTo(2);
    assertThat(h2().run("figures", "import", "x")).isEqualTo(2);
    assertThat(h2().run("figures", "export")).isEqualTo(2);
    assertThat(h2().run("figures", "export", folder.toString(), "--spring.datasource.url=",
        "--remit.figures.export.key=" + ExportWorld.KEY)).isEqualTo(1);
    assertThat(h2().printed).contains("Which database runs?");
  }

  @Test
  void aFileWithoutRowsIsReadAsAnyOther() throws Exception {
    assertThat(h2().export(folder, "--to", "2025-11-30")).isZero();
    assertThat(h2().printed).contains("2025-11 to 2025-11: 0 snapshots");
    duck.open(folder);
    assertThat(duck.ask("select count(*), sum(outstanding), count(month) from snapshots")).containsExactly("0 null 0");
    assertThat(duck.ask("select count(*) > 0 from ledger")).containsExactly("true");

    try (ExportWorld world = new ExportWorld("h2")) {
      world.jdbc.sql("delete from snapshot_day").update();
      assertThat(world.export(folder.resolve("x"))).isEqualTo(1);
      assertThat(world.printed).contains("No day is over yet");
    }
  }

  static Map<String, byte[]> contents(Path folder) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile)
            .filter(Predicate.not(path -> path.endsWith("lock"))).toList()) {
          all.put(folder.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return all;
  }

  private static void assertEqual(Map<String, byte[]> now, Map<String, byte[]> before) {
    assertThat(now.keySet()).isEqualTo(before.keySet());
    now.forEach((name, content) -> assertThat(Arrays.equals(content, before.get(name))).as(name).isTrue());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(each);
      }
    }
  }
}
