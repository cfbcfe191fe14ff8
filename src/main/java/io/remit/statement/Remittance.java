package io.remit.statement;

import java.util.List;

/**
 * What was written for the creditor.
 *
 * @param lines the text as the bank breaks it: a break may stand between two words or within one; empty if nothing
 * @param creditorReferences references in fields of their own, as they are written
 */
public record Remittance(List<String> lines, List<String> creditorReferences) {

  public static final Remittance NONE = new Remittance(List.of(), List.of());

  public Remittance {
    lines = List.copyOf(lines);
    creditorReferences = List.copyOf(creditorReferences);
  }

  /** A text that the bank did not break. */
  public static Remittance of(String text, String... creditorReferences) {
    return new Remittance(text.isEmpty() ? List.of() : List.of(text), List.of(creditorReferences));
  }

  /** The text as people read it, in one line; empty if nothing was written. */
  public String text() {
    return String.join(" ", lines).strip();
  }
}
