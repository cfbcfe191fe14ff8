package io.remit.process.steps;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase.Status;
import io.remit.contact.treatment.TreatmentQuestions;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask of the facts: {@code ${caseFacts...}}. */
@ForModels
@Component("caseFacts")
public class CaseFacts {

  private final CaseRepository cases;
  private final TreatmentQuestions questions;

  CaseFacts(CaseRepository cases, TreatmentQuestions questions) {
    this.cases = cases;
    this.questions = questions;
  }

  /** Whether a hold that stops all contact is on the case. */
  public boolean onHold(DelegateExecution execution) {
    return cases.get(CaseModel.caseOf(execution)).status() == Status.HELD;
  }

  /** Whether the debtor just said that something came in between, such as a journey, or that they forgot. */
  public boolean outsideCause(DelegateExecution execution) {
    return questions.outsideCause(CaseModel.caseOf(execution));
  }

  /** How urgent a call is: the more the more urgent. */
  public int callPriority(DelegateExecution execution) {
    return questions.callPriority(CaseModel.caseOf(execution)).value();
  }
}
