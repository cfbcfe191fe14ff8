package io.remit.intake.csv;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a kind of file.
 *
 * @param required columns that the header must name
 * @param optional columns that it may name
 * @param freeText those of the columns whose text may hold line breaks and tabs; each is read as a space
 */
public record FileLayout(Set<String> required, Set<String> optional, Set<String> freeText) {

  boolean knows(String column) {
    return required.contains(column) || optional.contains(column);
  }

  /** Whether a line names one of the columns, in whatever way it is written; so does nothing at all. */
  public boolean isNamedIn(String line) {
    String header = line.toLowerCase(Locale.ROOT).replace("\u0000", "");
    return header.isBlank() || Stream.concat(required.stream(), optional.stream()).anyMatch(header::contains);
  }
}
