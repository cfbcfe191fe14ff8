package io.remit.process;

import io.remit.books.DifferenceTasks;
import io.remit.contact.conversation.MissingPayments;
import io.remit.contact.dispatch.UnclearDeliveries;
import io.remit.division.AbsenceTimer;
import io.remit.outsourcing.change.ChangeFileProcess;
import io.remit.person.SharedContactTasks;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The drawings of which nothing is asked but that they start; the key of what they are about is their business key. */
@Configuration(proxyBeanMethods = false)
class ProcessStarts {

  private final RuntimeService runtime;

  ProcessStarts(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Bean
  AbsenceTimer absences() {
    return absenceId -> start(CaseModel.ABSENCE, AbsenceKey.of(absenceId));
  }

  @Bean
  MissingPayments paymentSearches() {
    return caseNumber -> start(CaseModel.PAYMENT_SEARCH, caseNumber);
  }

  @Bean
  SharedContactTasks samePersons() {
    return caseNumber -> start(CaseModel.SAME_PERSON, caseNumber);
  }

  @Bean
  UnclearDeliveries messagesToSettle() {
    return caseNumber -> start(CaseModel.SETTLE_MESSAGE, caseNumber);
  }

  @Bean
  DifferenceTasks statementDifferences() {
    return differenceNumber -> start(CaseModel.STATEMENT_DIFFERENCE, differenceNumber);
  }

  @Bean
  ChangeFileProcess changesForPartners() {
    return reference -> start(CaseModel.PARTNER_CHANGES, reference);
  }

  private void start(String drawing, String key) {
    runtime.startProcessInstanceByKey(drawing, key);
  }
}
