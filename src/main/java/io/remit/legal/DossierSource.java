package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerRepository;
import io.remit.promise.Promises;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what a dossier tells of a case. */
@Component
class DossierSource {

  private final CaseRepository cases;
  private final ReachableDebtors debtors;
  private final AccountRepository accounts;
  private final LedgerRepository ledger;
  private final ContactAttempts contacts;
  private final Promises promises;
  private final BusinessCalendar calendar;

  DossierSource(CaseRepository cases, ReachableDebtors debtors, AccountRepository accounts, LedgerRepository ledger,
      ContactAttempts contacts, Promises promises, BusinessCalendar calendar) {
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.ledger = ledger;
    this.contacts = contacts;
    this.promises = promises;
    this.calendar = calendar;
  }

  /** All that the dossier of a case tells, as it is known now. */
  DossierContent of(String caseNumber) {
    CollectionCase current = cases.get(caseNumber);
    Reachability known = debtors.of(current.debtorId());
    DebtorDetails debtor = known.debtor();
    boolean livesThere = known.livesAtHisAddress();
    LocalDate today = calendar.today();
    List<Account> owed = accounts.ofCase(current.caseNumber());
    List<ContactAttempt> attempts = new ArrayList<>(contacts.ofCase(current.caseNumber()));
    Collections.reverse(attempts);
    return new DossierContent(current.caseNumber(), today, current.currency(),
        new DossierContent.Debtor(debtor.debtorId(), debtor.name(), livesThere ? debtor.address() : null,
            livesThere ? debtor.city() : null, debtor.country(), known.numberForOthers(), known.emailForOthers()),
        owed.stream().map(account -> new DossierContent.Account(account.accountNumber(), account.product(),
            account.oldestDueDate(), account.overdueOn(today), account.outstandingAmount())).toList(),
        ledger.movementsOf(owed.stream().map(Account::accountNumber).toList()).stream()
            .map(entry -> new DossierContent.LedgerEntry(entry.valueDate(), entry.type().name(),
                entry.accountNumber(), entry.reference(), entry.amount())).toList(),
        attempts.stream().filter(attempt -> attempt.sentAt() != null)
            .map(attempt -> new DossierContent.Contact(attempt.sentAt(), attempt.channel().name(),
                attempt.outcome() == null ? attempt.status().name() : attempt.outcome())).toList(),
        promises.ofCase(current.caseNumber()).stream()
            .map(promise -> new DossierContent.Promise(calendar.dayOf(promise.takenAt()),
                promise.promisedFor(), promise.amount(), promise.status().name())).toList());
  }
}
