package io.remit.cases;

import io.remit.ledger.AccountRepository;
import io.remit.ledger.Ledger;
import io.remit.sql.CommonWork;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way in which accounts change: whatever a file, a bank statement or a person books, the cases of all accounts
 * that it changed follow once, at the end of its batch and in its transaction.
 */
@Component
public class Postings {

  private final Ledger ledger;
  private final AccountRepository accounts;
  private final CaseLifecycle lifecycle;
  private final CaseProcess process;
  private final CommonWork commonWork;

  Postings(Ledger ledger, AccountRepository accounts, CaseLifecycle lifecycle, CaseProcess process,
      CommonWork commonWork) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.lifecycle = lifecycle;
    this.process = process;
    this.commonWork = commonWork;
  }

  /**
   * Lets somebody book a batch, of which each may depend on what was booked before it; or throws and changes nothing.
   *
   * @return what the work returned
   */
  @Transactional
  public <T> T together(Function<OpenLedger, T> work) {
    return commonWork.together(() -> process.together(() -> {
      OpenLedger open = new OpenLedger(ledger);
      T result = work.apply(open);
      lifecycle.keepInStep(open.touched(accounts));
      return result;
    }));
  }

  /** Computes balances anew, since the creditor's books show other than they did. */
  @Transactional
  public void recompute(Collection<String> accountNumbers) {
    together(open -> {
      accountNumbers.stream().distinct().sorted().forEach(open::recompute);
      return accountNumbers.size();
    });
  }
}
