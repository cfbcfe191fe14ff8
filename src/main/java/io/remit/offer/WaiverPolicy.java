package io.remit.offer;

import io.remit.cases.Stage;
import io.remit.ledger.Amount;

/** The decision {@code waiver-limits}, asked through the engine. */
public interface WaiverPolicy {

  /**
   * What the decision is asked about. Shares are percents of what is owed of a part, rounded up; zero if nothing is.
   *
   * @param waivedAmount all that is waived
   */
  record Question(Stage stage, int feesShare, int interestShare, int principalShare, Amount waivedAmount) {
  }

  /** The limits that hold for an offer. */
  WaiverLimits limitsFor(Question question);
}
