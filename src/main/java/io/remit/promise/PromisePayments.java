package io.remit.promise;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerRepository;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was paid on the promises of a case, read from the ledger. */
@Component
class PromisePayments {

  private final CaseRepository cases;
  private final AccountRepository accounts;
  private final LedgerRepository ledger;

  PromisePayments(CaseRepository cases, AccountRepository accounts, LedgerRepository ledger) {
    this.cases = cases;
    this.accounts = accounts;
    this.ledger = ledger;
  }

  /**
   * What was paid on each promise in time, by its id.
   *
   * @param promises all of one case
   */
  Map<Long, BigDecimal> of(String caseNumber, List<Promise> promises) {
    return PromiseMatching.match(promises, ledger.movementsOf(accountNumbers(cases.get(caseNumber))));
  }

  /** Also those that have left the case for a later one of the debtor, since money can still be taken back from them. */
  private List<String> accountNumbers(CollectionCase current) {
    return current.accountNumber() != null ? List.of(current.accountNumber())
        : accounts.ofDebtor(current.debtorId(), current.currency()).stream().map(Account::accountNumber).toList();
  }
}
