package io.remit.offer;

import io.remit.cases.Stage;
import java.math.BigDecimal;

/** The decision {@code waiver-limits}, asked through the engine. */
public interface WaiverPolicy {

  /**
   * What the decision is asked about. Shares are percents of what is owed of a part, rounded up; zero if nothing is.
   *
   * @param waivedAmount all that is waived, in the case's currency
   */
  record Question(Stage stage, int feesShare, int interestShare, int principalShare, BigDecimal waivedAmount) {
  }

  /** The limits that hold for an offer. */
  WaiverLimits limitsFor(Question question);
}
