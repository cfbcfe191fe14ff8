package io.remit.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns that a file has, in the file's order. */
final class CsvHeader {

  private static final String OTHER_DELIMITERS = "[;\t|]";

  private final List<String> names;
  private final Map<String, Integer> positions;

  private CsvHeader(List<String> names, Map<String, Integer> positions) {
    this.names = names;
    this.positions = positions;
  }

  static CsvHeader of(RawRecord record, FileLayout layout) throws FileRefused {
    List<String> names = namesIn(record);
    if (names.stream().noneMatch(layout::knows) && separatedOtherwise(names).anyMatch(layout::knows)) {
      throw new FileRefused(record.line(), "wrong-delimiter", "The columns have to be separated by commas.");
    }
    Map<String, Integer> positions = new HashMap<>();
    List<Rejection> reasons = new ArrayList<>();
    for (int position = 0; position < names.size(); position++) {
      String name = names.get(position);
      if (!layout.knows(name)) {
        // Not its name: where the header was left out, it is a value of the first row.
        reasons.add(new Rejection(record.line(), null, "unknown-column",
            "Column " + (position + 1) + " of the header is not known."));
      } else if (positions.putIfAbsent(name, position) != null) {
        reasons.add(new Rejection(record.line(), name, "doubled-column", "The header names the column twice."));
      }
    }
    layout.required().stream().filter(name -> !positions.containsKey(name)).sorted().forEach(name -> reasons
        .add(new Rejection(record.line(), name, "missing-column", "The header lacks this required column.")));
    if (!reasons.isEmpty()) {
      throw new FileRefused(reasons);
    }
    return new CsvHeader(names, positions);
  }

  /** How many columns the file has. */
  int size() {
    return names.size();
  }

  String columnAt(int position) {
    return names.get(position);
  }

  /** The place of a column, from 0, or null where the file does not have it. */
  @Nullable Integer positionOf(String column) {
    return positions.get(column);
  }

  private static List<String> namesIn(RawRecord record) throws FileRefused {
    if (record.defect() == RawRecord.Defect.TOO_LONG) {
      throw new FileRefused(record.line(), "row-too-long", "The header is longer than a row may be.");
    }
    if (record.defect() == RawRecord.Defect.UNCLOSED_QUOTE) {
      throw new FileRefused(record.line(), "unclosed-quote", "The header has a quote that is not closed.");
    }
    try {
      return CsvFields.split(record.bytes()).stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    } catch (CsvParseException malformed) {
      throw new FileRefused(record.line(), "malformed-quote", "The header has text after a closing quote.");
    }
  }

  private static Stream<String> separatedOtherwise(List<String> names) {
    return names.stream().flatMap(name -> Arrays.stream(name.split(OTHER_DELIMITERS)))
        .map(name -> name.replace("\"", "").strip());
  }
}
