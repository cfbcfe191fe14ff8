package io.remit.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a figure that divides one measure by another.
 *
 * @param name the column's, such as {@code roll_rate}
 * @param numerator a measure of the same row
 * @param denominator a measure, summed over all rows that are alike in {@code over}
 * @param over dimensions; all of the figure's for the row itself
 */
public record Ratio(String name, String numerator, String denominator, List<String> over) {

  private static final int DECIMALS = 4;

  /**
   * The rows with this ratio as one column more.
   *
   * @return null in the column where there is nothing to divide by
   */
  List<Map<String, Object>> addTo(List<Map<String, Object>> rows) {
    Map<List<Object>, BigDecimal> denominators = new HashMap<>();
    rows.forEach(row -> denominators.merge(groupOf(row), amount(row, denominator), BigDecimal::add));
    List<Map<String, Object>> result = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> more = new LinkedHashMap<>(row);
      more.put(name, quotient(amount(row, numerator), denominators.getOrDefault(groupOf(row), BigDecimal.ZERO)));
      result.add(more);
    }
    return result;
  }

  private static @Nullable BigDecimal quotient(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? null : part.divide(whole, DECIMALS, RoundingMode.HALF_UP);
  }

  private List<Object> groupOf(Map<String, Object> row) {
    return over.stream().map(row::get).toList();
  }

  private static BigDecimal amount(Map<String, Object> row, String measure) {
    Object value = row.get(measure);
    if (value == null) {
      return BigDecimal.ZERO;
    }
    return value instanceof BigDecimal amount ? amount : BigDecimal.valueOf((Long) value);
  }
}
