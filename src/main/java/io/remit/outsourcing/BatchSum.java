package io.remit.outsourcing;

import io.remit.ledger.Money;
import io.remit.outsourcing.PlacementBatch.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the cases of a batch in one currency come to.
 *
 * @param currency ISO 4217, of all amounts
 * @param mostCommission what the partner keeps if everything that is overdue comes in, where a commission was agreed
 */
public record BatchSum(String currency, int cases, BigDecimal outstanding, BigDecimal overdue,
    BigDecimal mostCommission) {

  /** One for each currency, in the order of their codes. */
  static List<BatchSum> of(List<Line> lines) {
    return lines.stream().collect(Collectors.groupingBy(Line::currency, TreeMap::new, Collectors.toList()))
        .entrySet().stream().map(each -> new BatchSum(each.getKey(), each.getValue().size(),
            sum(each.getKey(), each.getValue(), Line::outstanding), sum(each.getKey(), each.getValue(), Line::overdue),
            sum(each.getKey(), each.getValue().stream().filter(line -> line.mostCommission() != null).toList(),
                line -> Objects.requireNonNull(line.mostCommission())))).toList();
  }

  private static BigDecimal sum(String currency, List<Line> lines, Function<Line, BigDecimal> amount) {
    return Money.inScaleOf(currency, lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
