package io.remit.outsourcing;

import io.remit.ledger.Amount;
import java.util.List;

/** Which partners suit a case: the decision {@code partners-for-case}, asked through the engine. */
public interface PartnerChoice {

  /**
   * The partners that suit, the best first.
   *
   * @param country ISO 3166-1, or null if it is not known
   * @param overdue what is overdue in the case
   */
  List<Partner> partnersFor(String country, Amount overdue);
}
