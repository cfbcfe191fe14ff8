package io.remit.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the tables of some months into a folder, all as they were at one moment. */
final class FigureExport {

  private final ExportRows rows;
  private final KeyedPseudonyms pseudonyms;
  private final ZoneId zone;
  private final LocalDate today;

  /** @param today in the creditor's zone */
  FigureExport(ExportRows rows, KeyedPseudonyms pseudonyms, ZoneId zone, LocalDate today) {
    this.rows = rows;
    this.pseudonyms = pseudonyms;
    this.zone = zone;
    this.today = today;
  }

  /**
   * What was written.
   *
   * @param months the first first
   * @param rows by table
   */
  record Written(List<YearMonth> months, Map<ExportedTable, Long> rows) {
  }

  /**
   * Writes the months of a period.
   *
   * @param from the first day of a month; null for the first month of which there is anything
   * @param to the last day of a month, or the last day that is over; null for that
   * @throws ExportRefusedException if they are others, or the folder cannot be used
   */
  Written write(Path folder, @Nullable LocalDate from, @Nullable LocalDate to) throws IOException {
    LocalDate over = lastDay();
    LocalDate last = to == null ? over : to;
    if (last.isAfter(over)) {
      throw new ExportRefusedException("The last day that is over, and has its snapshot, is " + over);
    }
    if (!last.equals(over) && !last.equals(YearMonth.from(last).atEndOfMonth())) {
      throw new ExportRefusedException("A file has a whole month: " + last + " is the last day of none, nor the last"
          + " that is over, " + over);
    }
    if (from != null && from.getDayOfMonth() != 1) {
      throw new ExportRefusedException("A file has a whole month: " + from + " is the first day of none");
    }
    YearMonth first = firstMonth(last);
    try (ExportFolder opened = open(folder)) {
      return write(opened, months(from == null || YearMonth.from(from).isBefore(first) ? first : YearMonth.from(from),
          YearMonth.from(last)).toList(), last);
    }
  }

  /** Writes the months that are missing, or of which something new may be told since they were written. */
  Written writeWhatIsNew(Path folder) throws IOException {
    LocalDate last = lastDay();
    try (ExportFolder opened = open(folder)) {
      return write(opened, months(firstMonth(last), YearMonth.from(last)).filter(month ->
          Arrays.stream(ExportedTable.values()).anyMatch(table -> opened.facts(table, month)
              .filter(facts -> facts.isLast(month) || facts.readOn().equals(today)).isEmpty())).toList(), last);
    }
  }

  private LocalDate lastDay() {
    return rows.lastDay().orElseThrow(() -> new ExportRefusedException("No day is over yet in this database"));
  }

  private YearMonth firstMonth(LocalDate otherwise) {
    return YearMonth.from(rows.firstDay(zone).orElse(otherwise));
  }

  private static Stream<YearMonth> months(YearMonth first, YearMonth last) {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
  }

  private ExportFolder open(Path folder) throws IOException {
    ExportFolder opened = ExportFolder.open(folder);
    try {
      opened.requireKey(pseudonyms.keyName());
      return opened;
    } catch (IOException | RuntimeException refused) {
      opened.close();
      throw refused;
    }
  }

  private Written write(ExportFolder folder, List<YearMonth> months, LocalDate last) throws IOException {
    Map<ExportedTable, Long> count = new EnumMap<>(ExportedTable.class);
    for (YearMonth month : months) {
      LocalDate to = month.atEndOfMonth().isAfter(last) ? last : month.atEndOfMonth();
      for (ExportedTable table : ExportedTable.values()) {
        count.merge(table, write(folder.stage(table, month), table, month.atDay(1), to), Long::sum);
      }
    }
    folder.publish();
    return new Written(months, count);
  }

  private long write(Path staged, ExportedTable table, LocalDate from, LocalDate to) throws IOException {
    try (ExportFile file = ExportFile.begin(staged, table, new FileFacts(to, today, pseudonyms.keyName()))) {
      MixedRows mixed = new MixedRows(file);
      rows.read(table, from, to, zone, row -> add(mixed, table, row));
      return mixed.finish();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private void add(MixedRows mixed, ExportedTable table, ResultSet row) throws SQLException {
    List<ExportedColumn> columns = table.columns();
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).source().read(row, pseudonyms);
    }
    mixed.add(values);
  }
}
