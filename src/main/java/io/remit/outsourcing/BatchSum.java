package io.remit.outsourcing;

import io.remit.ledger.Money;
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
  public static List<BatchSum> of(List<CaseTerms> cases) {
    return cases.stream().collect(Collectors.groupingBy(CaseTerms::currency, TreeMap::new, Collectors.toList()))
        .entrySet().stream().map(each -> new BatchSum(each.getKey(), each.getValue().size(),
            sum(each.getKey(), each.getValue(), CaseTerms::outstanding),
            sum(each.getKey(), each.getValue(), CaseTerms::overdue),
            sum(each.getKey(), each.getValue().stream().filter(one -> one.mostCommission() != null).toList(),
                one -> Objects.requireNonNull(one.mostCommission())))).toList();
  }

  private static BigDecimal sum(String currency, List<CaseTerms> cases, Function<CaseTerms, BigDecimal> amount) {
    return Money.inScaleOf(currency, cases.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
