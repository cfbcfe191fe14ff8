package io.remit.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What collection costs by the piece: the decision {@code cost-of-collection}, asked through the engine. */
public interface UnitCosts {

  /** What is paid for. */
  enum Kind {
    SMS, EMAIL, CALL, ROBOT_CALL, VISIT, LETTER,
    /** A case that was filed at court. */
    COURT
  }

  /**
   * A price.
   *
   * @param amount of one piece in the currency asked for
   * @param validFrom the first day on which it holds, until the next one begins
   */
  record UnitCost(BigDecimal amount, LocalDate validFrom) {
  }

  /**
   * All prices of a kind that ever held, in any order; none if none is known.
   *
   * @param currency that of the cases, ISO 4217
   */
  List<UnitCost> of(Kind kind, String currency);
}
