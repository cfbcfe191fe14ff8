package io.remit.plan;

import io.remit.cases.AgreedAccounts;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerRepository;
import io.remit.ledger.PaidSince;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** What was paid on a plan: only money for the accounts that it is about. */
@Component
class PlanPayments {

  private final AgreedAccounts agreed;
  private final AccountRepository accounts;
  private final LedgerRepository ledger;

  PlanPayments(AgreedAccounts agreed, AccountRepository accounts, LedgerRepository ledger) {
    this.agreed = agreed;
    this.accounts = accounts;
    this.ledger = ledger;
  }

  /**
   * The payments since the plan was proposed, less those that were taken back. Where the creditor's files tell no
   * payments, what the debt has become less counts instead.
   */
  BigDecimal of(Plan plan) {
    BigDecimal outstanding = accounts.find(agreed.of(plan.key())).stream()
        .map(account -> account.outstandingAmount().max(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
    return inMoney(plan).max(plan.schedule().total().subtract(outstanding));
  }

  /** Whether payments that we know cover the whole plan. */
  boolean coverAll(Plan plan) {
    return inMoney(plan).compareTo(plan.schedule().total()) >= 0;
  }

  private BigDecimal inMoney(Plan plan) {
    return PaidSince.amount(ledger.movementsOf(agreed.of(plan.key())), plan.sinceEntryId(), null);
  }
}
