package io.remit.contact;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a voice robot reports of its calls. */
@Component
public class RobotCalls {

  private final ContactLedger ledger;

  RobotCalls(ContactLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * Records the result of a call, once.
   *
   * @return false if there is no such call, or its result is known already
   */
  @Transactional
  public boolean receive(RobotCallResult result) {
    return ledger.robotCallEnded(result);
  }
}
