package io.remit.cases;

import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which accounts a case is about over time. */
@Component
public class CaseAccounts {

  private final AccountRepository accounts;

  CaseAccounts(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /** Those that the case has, and those that have left it for a later one: money can be taken back from them, too. */
  public List<Account> everOf(CollectionCase its) {
    return its.accountNumber() != null ? accounts.find(List.of(its.accountNumber()))
        : accounts.ofDebtor(its.debtorId(), its.currency());
  }
}
