package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.contact.ContactAttempts;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import io.remit.ledger.AccountRepository;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Gathers what a partner is told of a case that is handed over. */
@Component
class HandOverSource {

  private final CaseRepository cases;
  private final ReachableDebtors debtors;
  private final AccountRepository accounts;
  private final ContactAttempts contacts;
  private final BusinessCalendar calendar;

  HandOverSource(CaseRepository cases, ReachableDebtors debtors, AccountRepository accounts, ContactAttempts contacts,
      BusinessCalendar calendar) {
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.contacts = contacts;
    this.calendar = calendar;
  }

  /** All that the hand-over file of a case tells, as it is known now. */
  HandOver of(String caseNumber) {
    CollectionCase current = cases.get(caseNumber);
    Reachability known = debtors.of(current.debtorId());
    DebtorDetails debtor = known.debtor();
    boolean livesThere = known.livesAtHisAddress();
    LocalDate today = calendar.today();
    return new HandOver(current.caseNumber(),
        new HandOver.Debtor(debtor.name(), livesThere ? debtor.address() : null, livesThere ? debtor.city() : null,
            debtor.country(), known.numberForOthers(), known.emailForOthers(), debtor.language(), debtor.timeZone()),
        current.currency(),
        accounts.ofCase(current.caseNumber()).stream().map(account -> new HandOver.Account(account.product(),
            account.outstandingAmount(), account.overdueOn(today), account.oldestDueDate())).toList(),
        contacts.ofCase(current.caseNumber()).size());
  }
}
