package io.remit.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into a file in the order of their first columns, time and pseudonym, some thousand at a time: in the order
 * of their numbers they would tell which pseudonym stands for which.
 */
final class MixedRows {

  private static final int AT_ONCE = 10_000;
  private static final Comparator<@Nullable Object[]> ORDER =
      Comparator.<@Nullable Object[], Long>comparing(row -> ((Number) Objects.requireNonNull(row[0])).longValue())
          .thenComparing(row -> (String) Objects.requireNonNull(row[1]))
          .thenComparing(row -> String.valueOf(row[2]));

  private final ExportFile file;
  private final List<@Nullable Object[]> waiting = new ArrayList<>(AT_ONCE);
  private long count;

  MixedRows(ExportFile file) {
    this.file = file;
  }

  /** @throws UncheckedIOException if the file cannot be written */
  void add(@Nullable Object[] row) {
    waiting.add(row);
    if (waiting.size() == AT_ONCE) {
      write();
    }
  }

  /**
   * Puts in the rest.
   *
   * @return how many rows there were
   */
  long finish() {
    write();
    return count;
  }

  private void write() {
    waiting.sort(ORDER);
    try {
      for (@Nullable Object[] row : waiting) {
        file.write(row);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    count += waiting.size();
    waiting.clear();
  }
}
