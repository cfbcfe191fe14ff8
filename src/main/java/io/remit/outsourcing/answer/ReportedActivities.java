package io.remit.outsourcing.answer;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.InvalidInputException;
import io.remit.contact.conversation.ComplaintMade;
import io.remit.contact.conversation.ReportedContacts;
import io.remit.outsourcing.PartnerAnswers;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies what a partner did, each thing once, as if it had come by another way. */
@Component
class ReportedActivities {

  private final PartnerFileRepository files;
  private final PartnerAnswers answers;
  private final CaseRepository cases;
  private final ReportedContacts contacts;
  private final ToldPayments payments;
  private final ApplicationEventPublisher events;
  private final BusinessCalendar calendar;

  ReportedActivities(PartnerFileRepository files, PartnerAnswers answers, CaseRepository cases,
      ReportedContacts contacts, ToldPayments payments, ApplicationEventPublisher events, BusinessCalendar calendar) {
    this.files = files;
    this.answers = answers;
    this.cases = cases;
    this.contacts = contacts;
    this.payments = payments;
    this.events = events;
    this.calendar = calendar;
  }

  /**
   * Applies one thing.
   *
   * @param actor who is said to have done it
   * @return false if it was applied before
   * @throws FaultException if the partner may not tell of this case, or the currency is another
   * @throws InvalidInputException if the gate did not allow the contact, or a field cannot be accepted
   */
  @Transactional
  boolean apply(String partnerId, Activity activity, String actor) {
    String caseNumber = activity.caseNumber();
    if (files.isTold(partnerId, activity.id())) {
      return false;
    }
    if (!answers.mayTellOf(partnerId, caseNumber)) {
      throw activity.line().fault("case_number", "unknown-case", "The partner has no such case");
    }
    if (activity.currency() != null && !cases.get(caseNumber).currency().equals(activity.currency())) {
      throw activity.line().fault("currency", "wrong-currency", "The case is in another currency");
    }
    files.addTold(partnerId, activity.id(), caseNumber, calendar.now());
    answers.told(partnerId, caseNumber);
    switch (activity.type()) {
      case CONTACT, PROMISE -> contacts.take(caseNumber, Reports.of(activity, actor));
      case PAYMENT -> payments.told(activity, actor);
      case COMPLAINT -> events.publishEvent(new ComplaintMade(caseNumber,
          Objects.requireNonNull(activity.channel()), activity.text(), null, actor));
    }
    return true;
  }
}
