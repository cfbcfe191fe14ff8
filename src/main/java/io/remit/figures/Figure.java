package io.remit.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A figure of the portfolio: facts, each about one case as a rule, that are grouped by dimensions and summed up in
 * measures. The cases behind a cell are those of the facts that were summed up there.
 *
 * @param name as the interface knows it, such as {@code roll-rates}
 * @param title for people
 * @param numerator what is counted, or divided
 * @param denominator by what it is divided; a word why not, where it is not
 * @param source the tables that it comes from
 * @param needs which snapshots must be there
 * @param dimensions columns of the facts; {@code currency} among them wherever money is summed up
 * @param facts SQL that gives {@code case_number}, {@code currency}, the dimensions and what the measures sum up; with
 *     the parameters of {@link Scope}. A fact without a case number, such as somebody's capacity, counts whatever is
 *     asked for, and leads to no case
 * @param byAccount whether the facts have {@code product} and {@code region}; otherwise a product or a region selects
 *     the cases with accounts of it
 */
public record Figure(String name, String title, String numerator, String denominator, String source, Needs needs,
    List<String> dimensions, List<Measure> measures, List<Ratio> ratios, boolean byAccount,
    Function<Scope, String> facts) {

  /** Which snapshots a figure looks at. */
  public enum Needs {
    /** None: what happened in the period is asked. */
    NO_SNAPSHOT,
    /** That of the period's last day. */
    LAST_DAY,
    /** That of its last day and of the day before it began to be compared: {@code from}, a month before as a rule. */
    A_MONTH_APART,
    /** The same, a day before as a rule. */
    A_DAY_APART
  }

  /** The columns of the answer, in their order. */
  public List<String> columns() {
    List<String> columns = new ArrayList<>(dimensions);
    measures.forEach(measure -> columns.add(measure.name()));
    ratios.forEach(ratio -> columns.add(ratio.name()));
    return columns;
  }

  /** What the columns that are no dimensions hold: a kind of {@link Measure}, or {@code RATE}. */
  public Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    measures.forEach(measure -> kinds.put(measure.name(), measure.kind().name()));
    ratios.forEach(ratio -> kinds.put(ratio.name(), "RATE"));
    return kinds;
  }
}
