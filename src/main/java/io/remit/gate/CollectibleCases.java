package io.remit.gate;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.Stage;
import io.remit.gate.ContactQuestion.CaseNow;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.promise.Promises;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the gate is to know of a case: whether there is something to collect, and whether anything pauses that. */
@Component
class CollectibleCases {

  private final CaseRepository cases;
  private final AccountRepository accounts;
  private final CaseFigures figures;
  private final Promises promises;
  private final ContactPolicy policy;
  private final BusinessCalendar calendar;

  CollectibleCases(CaseRepository cases, AccountRepository accounts, CaseFigures figures, Promises promises,
      ContactPolicy policy, BusinessCalendar calendar) {
    this.cases = cases;
    this.accounts = accounts;
    this.figures = figures;
    this.promises = promises;
    this.policy = policy;
    this.calendar = calendar;
  }

  /** The case with its accounts, as they were read together. */
  record AtHand(CollectionCase current, List<Account> accounts, CaseNow now) {
  }

  /** Whom a contact is about. */
  String debtorOf(Contact contact) {
    return cases.get(contact.caseNumber()).debtorId();
  }

  /** Reads the case of a contact as it is at this moment. */
  AtHand read(Contact contact) {
    CollectionCase current = cases.get(contact.caseNumber());
    List<Account> itsAccounts = accounts.ofCase(current.caseNumber());
    LocalDate today = calendar.today();
    boolean howMuchIsUnknown = itsAccounts.stream().anyMatch(account -> account.isOverdueUnknownOn(today))
        && itsAccounts.stream().allMatch(account -> account.overdueOn(today).signum() == 0);
    return new AtHand(current, itsAccounts, new CaseNow(current.status(),
        current.heldChannels().contains(contact.channel()),
        contact.plannedIn() != null && contact.plannedIn() != current.stage(),
        policy.allows(current.stage(), contact.channel()), somethingDue(current, itsAccounts) || howMuchIsUnknown,
        promises.pausesContactUntil(current.caseNumber()).orElse(null),
        uncertainUntil(itsAccounts, howMuchIsUnknown)));
  }

  /** It is asked anew each day: the creditor's next file may have made it certain. */
  private @Nullable Instant uncertainUntil(List<Account> itsAccounts, boolean howMuchIsUnknown) {
    LocalDate today = calendar.today();
    boolean uncertain = itsAccounts.stream().anyMatch(account -> account.isUncertainOn(today));
    return uncertain || howMuchIsUnknown ? calendar.startOf(today.plusDays(1)) : null;
  }

  private boolean somethingDue(CollectionCase current, List<Account> itsAccounts) {
    CaseFigures.Figures amounts = figures.of(current, itsAccounts);
    return current.stage() == Stage.REMINDER ? amounts.outstanding().signum() != 0 : amounts.overdue().signum() != 0;
  }
}
