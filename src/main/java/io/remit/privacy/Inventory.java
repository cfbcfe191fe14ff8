package io.remit.privacy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * All tables of Remit with all their columns, and what they hold of debtors: the files {@code privacy/held-*.csv}. A
 * test holds them to the database, both ways.
 */
@Component
class Inventory {

  private final List<HeldTable> tables;
  private final Map<String, HeldTable> byName;
  private final Map<String, String> chinese;

  Inventory() {
    Map<String, List<HeldColumn>> columns = new HashMap<>();
    rows("held-columns.csv").forEach(row -> columns.computeIfAbsent(row.getField("table"), table -> new ArrayList<>())
        .add(new HeldColumn(row.getField("column"), HeldColumn.Content.valueOf(row.getField("content")),
            HeldColumn.OnErasure.valueOf(row.getField("erasure")), row.getField("label"))));
    tables = rows("held-tables.csv").stream().map(row -> new HeldTable(row.getField("table"),
        HeldTable.OnErasure.valueOf(row.getField("erasure")), row.getField("found"), row.getField("kind"),
        row.getField("heading"), row.getField("heading_zh"),
        List.copyOf(columns.getOrDefault(row.getField("table"), List.of())))).toList();
    byName = tables.stream().collect(Collectors.toMap(HeldTable::name, Function.identity()));
    chinese = rows("held-labels.zh.csv").stream()
        .collect(Collectors.toMap(row -> row.getField("english"), row -> row.getField("chinese")));
  }

  /** All tables, in the order of their names. */
  List<HeldTable> tables() {
    return tables;
  }

  /** Those in which a debtor's rows can be. */
  List<HeldTable> tablesAboutDebtors() {
    return tables.stream().filter(HeldTable::isAboutDebtors).toList();
  }

  HeldTable table(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }

  /** The Chinese of the labels, by the English. */
  Map<String, String> chineseLabels() {
    return chinese;
  }

  private static List<NamedCsvRecord> rows(String file) {
    try (InputStream content = Objects.requireNonNull(Inventory.class.getResourceAsStream("/privacy/" + file), file);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(content, StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Could not read " + file, unreadable);
    }
  }
}
