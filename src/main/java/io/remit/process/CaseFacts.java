package io.remit.process;

import io.remit.contact.Treatments;
import io.remit.ledger.AccountRepository;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask of the facts: {@code ${caseFacts...}}. */
@Component("caseFacts")
public class CaseFacts {

  private final AccountRepository accounts;
  private final Treatments treatments;

  CaseFacts(AccountRepository accounts, Treatments treatments) {
    this.accounts = accounts;
    this.treatments = treatments;
  }

  /** Whether any account of the case is still to be collected. */
  public boolean inCollection(DelegateExecution execution) {
    return accounts.ofCase(CaseModel.caseOf(execution)).stream().anyMatch(account -> !account.withdrawn());
  }

  /** Whether the debtor just said that something came in between, such as a journey, or that he forgot. */
  public boolean outsideCause(DelegateExecution execution) {
    return treatments.outsideCause(CaseModel.caseOf(execution));
  }

  /** How urgent a call is: the more the more urgent. */
  public int callPriority(DelegateExecution execution) {
    return treatments.callPriority(CaseModel.caseOf(execution)).value();
  }
}
