package io.remit.model.table;

import java.util.List;

/**
 * A decision table as it is written.
 *
 * @param mustAnswer whether whoever asks it needs an answer, whatever he asks
 */
public record Table(HitPolicy hitPolicy, boolean mustAnswer, List<Column> inputs, List<Row> rows) {

  /** What becomes of rows that fit together. */
  public enum HitPolicy {
    /** There may be one at most. */
    UNIQUE,
    /** The first one counts. */
    FIRST,
    /** They must say the same. */
    ANY,
    /** All count. */
    COLLECT
  }

  /** What an input is. */
  public enum Kind {
    WHOLE_NUMBER, NUMBER, TEXT, TRUTH,
    /** Anything whose values are not looked into. */
    OTHER
  }

  /**
   * An input.
   *
   * @param label what people call it
   * @param fact the name by which it is asked for
   * @param values the cell that tells all values it may have; blank if that is not told
   * @param mayBeMissing whether it is asked without a value too
   */
  public record Column(String label, String fact, Kind kind, String values, boolean mayBeMissing) {
  }

  /**
   * A row.
   *
   * @param when its condition for each input, in the order of the inputs
   * @param then its answer for each output
   */
  public record Row(String id, List<String> when, List<String> then) {
  }
}
