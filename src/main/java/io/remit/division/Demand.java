package io.remit.division;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a case asks of its collector.
 *
 * @param language BCP 47; null if any will do
 * @param country ISO 3166-1; null if any place will do
 * @param region ISO 3166-2, or null
 */
record Demand(@Nullable String language, @Nullable String country, @Nullable String region, Set<String> products,
    Set<String> skills) {

  static final Demand NOTHING = new Demand(null, null, null, Set.of(), Set.of());

  /** What two cases of the same debtor ask for together. */
  Demand and(Demand other) {
    return new Demand(language != null ? language : other.language, country != null ? country : other.country,
        region != null ? region : other.region, union(products, other.products), union(skills, other.skills));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    if (one.containsAll(other)) {
      return one;
    }
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }
}
