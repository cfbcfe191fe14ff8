package io.remit.statement;

import io.remit.card.CardNumbers;
import java.util.List;

/**
 * What was written for the creditor.
 *
 * @param lines the text as the bank breaks it: a break may stand between two words or within one; empty if nothing
 * @param creditorReferences references in fields of their own, as they are written
 */
public record Remittance(List<String> lines, List<String> creditorReferences) {

  public static final Remittance NONE = new Remittance(List.of(), List.of());

  private static final String LINE_END = "\n";

  public Remittance {
    lines = List.copyOf(lines);
    creditorReferences = List.copyOf(creditorReferences);
  }

  /** A text that the bank did not break. */
  public static Remittance of(String text, String... creditorReferences) {
    return new Remittance(text.isEmpty() ? List.of() : List.of(text), List.of(creditorReferences));
  }

  /**
   * The same without the numbers of payment cards in the text; a number may go over the end of a line. It has as many
   * lines, each as long. References in fields of their own are ids, and many of them have such a check digit.
   */
  public Remittance withoutCardNumbers() {
    return lines.isEmpty() ? this : new Remittance(
        List.of(CardNumbers.masked(String.join(LINE_END, lines)).split(LINE_END, -1)), creditorReferences);
  }

  /** The text as people read it, in one line; empty if nothing was written. */
  public String text() {
    return String.join(" ", lines).strip();
  }
}
