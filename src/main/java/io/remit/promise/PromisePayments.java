package io.remit.promise;

import io.remit.cases.AgreedAccounts;
import io.remit.ledger.LedgerRepository;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was paid on the promises of a case, read from the ledger: only money for the accounts that each is about. */
@Component
class PromisePayments {

  private final AgreedAccounts agreed;
  private final LedgerRepository ledger;

  PromisePayments(AgreedAccounts agreed, LedgerRepository ledger) {
    this.agreed = agreed;
    this.ledger = ledger;
  }

  /**
   * What was paid on each promise in time, by its id.
   *
   * @param promises all of one case
   */
  Map<Long, BigDecimal> of(List<Promise> promises) {
    Map<Long, List<String>> named =
        promises.stream().collect(Collectors.toMap(Promise::promiseId, promise -> agreed.of(promise.key())));
    List<String> all = named.values().stream().flatMap(List::stream).distinct().toList();
    return PromiseMatching.match(promises, ledger.movementsOf(all),
        (promise, account) -> Objects.requireNonNull(named.get(promise.promiseId())).contains(account));
  }
}
