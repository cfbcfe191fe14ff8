package io.remit.intake.csv;

import java.util.Set;

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
}
