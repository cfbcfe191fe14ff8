package io.remit.outsourcing.answer;

import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.contact.conversation.MissingPayments;
import org.springframework.stereotype.Component;

/**
 * That a debtor paid a partner. Nothing is booked before the money came to us: a supervisor looks for it, as for any
 * payment that a debtor says to have made.
 */
@Component
class ToldPayments {

  private final MissingPayments missing;
  private final Timeline timeline;

  ToldPayments(MissingPayments missing, Timeline timeline) {
    this.missing = missing;
    this.timeline = timeline;
  }

  void told(Activity payment, String actor) {
    timeline.add(payment.caseNumber(), EntryKind.PLACEMENT, actor, "The partner tells of a payment",
        payment.currency() + " " + payment.amount() + ", " + payment.date());
    missing.askSupervisor(payment.caseNumber());
  }
}
