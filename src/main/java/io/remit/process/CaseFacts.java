package io.remit.process;

import io.remit.ledger.AccountRepository;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask of the facts: {@code ${caseFacts...}}. */
@Component("caseFacts")
public class CaseFacts {

  private final AccountRepository accounts;

  CaseFacts(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /** Whether any account of the case is still to be collected. */
  public boolean inCollection(DelegateExecution execution) {
    return accounts.ofCase(CaseModel.caseOf(execution)).stream().anyMatch(account -> !account.withdrawn());
  }
}
