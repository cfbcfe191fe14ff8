package io.remit.promise;

import io.remit.cases.CaseAccounts;
import io.remit.cases.CaseRepository;
import io.remit.ledger.Account;
import io.remit.ledger.LedgerRepository;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was paid on the promises of a case, read from the ledger. */
@Component
class PromisePayments {

  private final CaseRepository cases;
  private final CaseAccounts accounts;
  private final LedgerRepository ledger;

  PromisePayments(CaseRepository cases, CaseAccounts accounts, LedgerRepository ledger) {
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
    List<String> numbers = accounts.everOf(cases.get(caseNumber)).stream().map(Account::accountNumber).toList();
    return PromiseMatching.match(promises, ledger.movementsOf(numbers));
  }
}
