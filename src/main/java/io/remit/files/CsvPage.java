package io.remit.files;

import io.remit.cases.InvalidInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list somebody wants as a CSV file: all of them, unless there are too many for one answer, or a page.
 *
 * @param page from 0
 * @param size null for all
 */
public record CsvPage(int page, @Nullable Integer size) {

  /** So many rows an answer has at most; it is made in memory, for whoever reads slowly must not hold the database. */
  public static final int MOST_ROWS = 50_000;

  /**
   * A page as it was asked for.
   *
   * @param page may be null
   * @param size may be null
   * @throws InvalidInputException if there can be no such page
   */
  public static CsvPage of(@Nullable Integer page, @Nullable Integer size) {
    if (page != null && (page < 0 || size == null)) {
      throw new InvalidInputException("page", "starts at 0, and needs a size");
    }
    if (size != null && (size < 1 || size > MOST_ROWS)) {
      throw new InvalidInputException("size", "must lie between 1 and " + MOST_ROWS);
    }
    return new CsvPage(page == null ? 0 : page, size);
  }

  /** How many rows to read: if all are wanted one more than there may be, to see whether there are too many. */
  public int limit() {
    return size == null ? MOST_ROWS + 1 : size;
  }

  /**
   * The rows as they were read with {@link #limit}.
   *
   * @throws InvalidInputException if all are wanted and there are too many
   */
  public <T> List<T> checked(List<T> rows) {
    if (size == null && rows.size() > MOST_ROWS) {
      throw new InvalidInputException("size",
          "is needed: there are more than " + MOST_ROWS + " rows; ask for them in pages");
    }
    return rows;
  }
}
