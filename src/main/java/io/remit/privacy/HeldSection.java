package io.remit.privacy;

import java.util.List;

/**
 * What is held of a debtor in one table, in words.
 *
 * @param heading what it is
 * @param entries one for each row
 */
public record HeldSection(String heading, List<List<Fact>> entries) {

  /** A label and what is held under it. */
  public record Fact(String label, String value) {
  }
}
