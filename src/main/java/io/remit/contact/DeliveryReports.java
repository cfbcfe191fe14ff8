package io.remit.contact;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what gateways report later of the messages that they took. */
@Component
public class DeliveryReports {

  private final ContactLedger ledger;

  DeliveryReports(ContactLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * Takes a report, once or more often, in any order. One that comes before its message is known to have been taken is
   * parked until it is.
   */
  @Transactional
  public void receive(DeliveryReport report) {
    if (!ledger.reported(report)) {
      ledger.park(report);
    }
  }
}
