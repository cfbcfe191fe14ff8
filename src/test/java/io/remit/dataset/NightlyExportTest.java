package io.remit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.clock.TestClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written by itself, night by night. */
@Tag("long")
class NightlyExportTest {

  private final TestClock clock = TestClock.at("2026-03-15T02:15:00Z");

  @TempDir
  private Path folder;

  private NightlyExport node(ExportWorld world, String into, String key) {
    return new NightlyExport(world.dataSource, clock, ExportWorld.ZONE, new ExportSettings(into, "-", key));
  }

  @Test
  void eachNightTheMonthThatRunsAndAMonthThatIsOverUntilNothingIsNew() throws Exception {
    try (ExportWorld world = new ExportWorld("h2")) {
      NightlyExport node = node(world, folder.toString(), ExportWorld.KEY);
      node.exportTonight();
      assertThat(changed(Map.of())).hasSize(15);

      Map<String, byte[]> before = FigureExportTest.contents(folder);
      world.addBooking(1, "PAYMENT", "LATE", null, BigDecimal.ONE, Instant.parse("2026-03-14T11:00:00Z"));
      node.exportTonight();
      assertThat(changed(before)).as("once a night, by whichever node").isEmpty();

      night(world, "2026-03-15");
      node.exportTonight();
      assertThat(changed(before)).containsExactly("2026-03");

      for (LocalDate day = LocalDate.parse("2026-03-16"); day.isBefore(LocalDate.parse("2026-04-03"));
          day = day.plusDays(1)) {
        night(world, day.toString());
      }
      before = FigureExportTest.contents(folder);
      node.exportTonight();
      assertThat(changed(before)).as("the third of April: March is over, and April runs")
          .containsExactly("2026-03", "2026-04");

      before = FigureExportTest.contents(folder);
      world.jdbc.sql("update contact_attempt set finished_at = planned_at").update();
      night(world, "2026-04-03");
      node.exportTonight();
      assertThat(changed(before)).as("what came of a contact is told later").containsExactly("2026-03", "2026-04");

      before = FigureExportTest.contents(folder);
      night(world, "2026-04-04");
      node.exportTonight();
      assertThat(changed(before)).as("March is written for the last time").containsExactly("2026-04");

      before = FigureExportTest.contents(folder);
      Files.delete(folder.resolve("contacts/month=2026-01/part.parquet"));
      night(world, "2026-04-05");
      node.exportTonight();
      assertThat(changed(before)).as("what is missing is made again").containsExactly("2026-01", "2026-04");
    }
  }

  /** A day ends: it has its snapshot, and it is a quarter past three of the next one. */
  private void night(ExportWorld world, String day) {
    world.addSnapshot(LocalDate.parse(day));
    clock.set(LocalDate.parse(day).plusDays(1).atTime(3, 15).atZone(ExportWorld.ZONE).toInstant().toString());
  }

  /** The months of which a file is another one than before. */
  private Set<String> changed(Map<String, byte[]> before) throws IOException {
    Map<String, byte[]> now = new TreeMap<>(FigureExportTest.contents(folder));
    assertThat(now.keySet()).containsAll(before.keySet());
    now.entrySet().removeIf(file -> before.containsKey(file.getKey())
        && Arrays.equals(before.get(file.getKey()), file.getValue()));
    Set<String> months = new TreeSet<>();
    now.keySet().forEach(file -> months.add(before.isEmpty() ? file
        : file.replaceAll(".*month=(\\d{4}-\\d{2}).*", "$1")));
    return months;
  }

  @Test
  void itIsOffUnlessAFolderIsSetAndThenItNeedsTheKey() throws Exception {
    try (ExportWorld world = new ExportWorld("h2")) {
      node(world, "", "").exportTonight();
      assertThatThrownBy(() -> node(world, folder.toString(), "")).isInstanceOf(ExportRefusedException.class)
          .hasMessageContaining("Set REMIT_FIGURES_KEY");

      Path file = Files.writeString(folder.resolve("file"), "x");
      node(world, file.toString(), ExportWorld.KEY).exportTonight();
      node(world, folder.toString(), ExportWorld.KEY).exportTonight();
      assertThat(folder).as("a refused folder stops nothing").isDirectoryNotContaining(path -> !file.equals(path));
    }
  }

  @Test
  void theSettingsDoNotTellTheKey() {
    assertThat(new ExportSettings("x", "-", ExportWorld.KEY)).asString().doesNotContain(ExportWorld.KEY);
  }
}
