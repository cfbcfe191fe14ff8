package io.remit.limitation;

import io.remit.cases.DebtorDetails.DebtorType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The law of limitation as process owners write it: the decision {@code limitation}, asked through the engine. */
public interface LimitationPolicy {

  /**
   * What the decision is asked about.
   *
   * @param country ISO 3166-1; null if nothing tells
   * @param region ISO 3166-2, or null
   * @param product as the creditor names it
   */
  record Question(@Nullable String country, @Nullable String region, String product, DebtorType debtorType) {
  }

  /** The period that holds; empty if the table names none. */
  Optional<LimitationPeriod> periodFor(Question question);
}
