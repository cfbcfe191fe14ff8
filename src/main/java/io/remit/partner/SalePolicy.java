package io.remit.partner;

import java.util.List;

/** On which legal bases debts may be sold: the decision {@code sale-basis}, asked through the engine. */
public interface SalePolicy {

  /**
   * The bases that there are in a country; none where debts are not sold.
   *
   * @param country ISO 3166-1
   */
  List<String> basesIn(String country);
}
