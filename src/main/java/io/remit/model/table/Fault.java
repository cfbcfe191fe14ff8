package io.remit.model.table;

/**
 * Something that is wrong with a table.
 *
 * @param row the id of the row where it is to be mended; empty if it is the table
 * @param words what is wrong, with an example, and what to do
 */
public record Fault(Kind kind, String row, String words) {

  /** What may be wrong. */
  public enum Kind {
    /** Something may be asked that no row answers. */
    GAP,
    /** It could not be found out whether each question is answered. */
    PERHAPS_A_GAP,
    /** Two rows fit together where only one may. */
    OVERLAP,
    /** Whatever fits a row fits one before it. */
    SHADOWED,
    /** Two rows are the same. */
    DUPLICATE,
    /** Nothing fits a row. */
    NEVER,
    /** A condition is none. */
    UNREADABLE,
    /** It could not be found out whether rows are reached; nothing is known to be wrong. */
    PERHAPS_SHADOWED
  }
}
