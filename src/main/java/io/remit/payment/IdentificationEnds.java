package io.remit.payment;

import io.remit.approval.Proposals;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.Timeline;
import io.remit.payment.UnidentifiedPayment.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends the question for which account a payment is, where a later file answers it. */
@Component
class IdentificationEnds {

  private final UnidentifiedPaymentRepository payments;
  private final IdentificationTasks tasks;
  private final Proposals proposals;
  private final BusinessCalendar calendar;

  IdentificationEnds(UnidentifiedPaymentRepository payments, IdentificationTasks tasks, Proposals proposals,
      BusinessCalendar calendar) {
    this.payments = payments;
    this.tasks = tasks;
    this.proposals = proposals;
    this.calendar = calendar;
  }

  /** The bank told the parts of the payment: each goes its own way. */
  void cameInParts(UnidentifiedPayment payment) {
    end(payment, Status.IN_PARTS, null, "It came in parts");
  }

  /** It was posted after all: what it is about became known. */
  void posted(UnidentifiedPayment payment, String accountNumber) {
    end(payment, Status.POSTED, accountNumber, "A later file told what it is about");
  }

  private void end(UnidentifiedPayment payment, Status status, @Nullable String accountNumber, String why) {
    proposals.drop(payment.number());
    payments.decide(payment.paymentId(), status, accountNumber, Timeline.SYSTEM, calendar.now(), why);
    tasks.answeredByItself(payment.number());
  }
}
