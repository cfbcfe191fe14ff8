package io.remit.contact.dispatch;

import io.remit.cases.BusinessCalendar;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.ContactLedger;
import io.remit.contact.DeliveryReport;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what gateways report later of the messages that they took. */
@Component
public class DeliveryReports {

  private final ContactLedger ledger;
  private final ParkedReports parked;
  private final AttemptOutcomes outcomes;
  private final BusinessCalendar calendar;

  DeliveryReports(ContactLedger ledger, ParkedReports parked, AttemptOutcomes outcomes, BusinessCalendar calendar) {
    this.ledger = ledger;
    this.parked = parked;
    this.outcomes = outcomes;
    this.calendar = calendar;
  }

  /**
   * Takes a report, once or more often, in any order. One that comes before its message is known to have been taken is
   * parked until it is.
   */
  @Transactional
  public void receive(DeliveryReport report) {
    if (!apply(report)) {
      parked.add(report, calendar.now());
    }
  }

  /** Applies the parked reports whose message is known by now. */
  @Transactional
  void matchParked() {
    for (DeliveryReport report : parked.matched()) {
      if (apply(report)) {
        parked.remove(report);
      }
    }
    parked.removeOld(calendar.now());
  }

  private boolean apply(DeliveryReport report) {
    Optional<ContactAttempt> before = ledger.reported(report);
    before.filter(attempt -> attempt.status() != Status.FAILED)
        .filter(attempt -> report.result() == DeliveryReport.Result.FAILED)
        .ifPresent(attempt -> outcomes.followUpFailure(attempt, report.reason(), report.addressInvalid()));
    return before.isPresent();
  }
}
