package io.remit.figures;

/**
 * A column of a figure that sums up facts; empty where there is nothing that could be summed up.
 *
 * @param name the column's, such as {@code outstanding}
 * @param aggregate SQL over the columns of the facts, such as {@code sum(outstanding)}
 * @param kind how its values are shown
 */
public record Measure(String name, String aggregate, Kind kind) {

  /** How values are shown. */
  public enum Kind {
    COUNT,
    /** In the currency of its row, with as many decimals as the currency has. */
    MONEY,
    /** In the currency of its row, with four decimals: a message costs less than a cent. */
    COST,
    /** Days with one decimal. */
    DAYS
  }

  /** The number of cases that the facts are about. */
  public static Measure cases() {
    return new Measure("cases", "count(distinct case_number)", Kind.COUNT);
  }

  /** The sum of a column of counts. */
  public static Measure count(String column) {
    return new Measure(column, "sum(" + column + ")", Kind.COUNT);
  }

  static Measure money(String column) {
    return new Measure(column, "sum(" + column + ")", Kind.MONEY);
  }

  static Measure cost(String column) {
    return new Measure(column, "sum(" + column + ")", Kind.COST);
  }

  /** The value below or at which this share of the stays lies; {@code share} such as {@code 0.9}. */
  static Measure percentileOfDays(String name, String share) {
    return new Measure(name, "percentile_disc(" + share + ") within group (order by days)", Kind.DAYS);
  }
}
