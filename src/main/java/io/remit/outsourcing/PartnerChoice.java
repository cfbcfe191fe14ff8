package io.remit.outsourcing;

import java.math.BigDecimal;
import java.util.List;

/** Which partners suit a case: the decision {@code partners-for-case}, asked through the engine. */
public interface PartnerChoice {

  /**
   * The partners that suit, the best first.
   *
   * @param country ISO 3166-1, or null if it is not known
   * @param overdue in the case's currency
   */
  List<Partner> partnersFor(String country, BigDecimal overdue);
}
