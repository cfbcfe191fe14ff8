package io.remit.plan;

import io.remit.cases.CaseFigures;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerRepository;
import io.remit.ledger.PaidSince;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** What was paid on a plan. */
@Component
class PlanPayments {

  private final AccountRepository accounts;
  private final LedgerRepository ledger;
  private final CaseFigures figures;

  PlanPayments(AccountRepository accounts, LedgerRepository ledger, CaseFigures figures) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.figures = figures;
  }

  /**
   * The payments since the plan was proposed, less those that were taken back. Where the creditor's files tell no
   * payments, what the debt has become less counts instead.
   */
  BigDecimal of(Plan plan) {
    return inMoney(plan).max(plan.schedule().total().subtract(figures.of(plan.caseNumber()).outstanding()));
  }

  /** Whether payments that we know cover the whole plan. */
  boolean coverAll(Plan plan) {
    return inMoney(plan).compareTo(plan.schedule().total()) >= 0;
  }

  private BigDecimal inMoney(Plan plan) {
    return PaidSince.amount(ledger.movementsOf(
        accounts.ofCase(plan.caseNumber()).stream().map(Account::accountNumber).toList()), plan.sinceEntryId(), null);
  }
}
