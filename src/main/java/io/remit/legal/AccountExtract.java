package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerRepository;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The accounts of a case with all that was booked on them. */
@Component
class AccountExtract {

  private final AccountRepository accounts;
  private final LedgerRepository ledger;
  private final BusinessCalendar calendar;

  AccountExtract(AccountRepository accounts, LedgerRepository ledger, BusinessCalendar calendar) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.calendar = calendar;
  }

  List<DossierContent.Account> of(String caseNumber) {
    LocalDate today = calendar.today();
    return accounts.ofCase(caseNumber).stream().map(account -> new DossierContent.Account(account.accountNumber(),
        account.product(), account.oldestDueDate(), account.statement().asOf(), account.overdueOn(today),
        account.outstandingAmount(), RunningBalance.of(account, ledger.ofAccount(account.accountNumber()), today)))
        .toList();
  }
}
