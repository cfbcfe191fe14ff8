package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.contact.ContactAttempts;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import io.remit.ledger.AccountRepository;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers what a partner is told of a case that is handed over. */
@Component
public class HandOverSource {

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

  /**
   * All that a partner may be told of a case, as it is known now.
   *
   * @param channels by which the partner may contact debtors: it gets no number if it may neither call nor write texts,
   *     no e-mail address if it may not write e-mails, no address if it may neither write letters nor visit
   */
  public HandOver of(String caseNumber, Set<Channel> channels) {
    CollectionCase current = cases.get(caseNumber);
    Reachability known = debtors.of(current.debtorId());
    DebtorDetails debtor = known.debtor();
    boolean goesThere = channels.contains(Channel.LETTER) || channels.contains(Channel.VISIT);
    boolean livesThere = known.livesAtHisAddress() && goesThere;
    boolean calls = channels.contains(Channel.CALL) || channels.contains(Channel.ROBOT_CALL)
        || channels.contains(Channel.SMS);
    LocalDate today = calendar.today();
    return new HandOver(current.caseNumber(),
        new HandOver.Debtor(debtor.name(), livesThere ? debtor.address() : null, livesThere ? debtor.city() : null,
            debtor.region(), debtor.country(), calls ? known.numberForOthers() : null,
            channels.contains(Channel.EMAIL) ? known.emailForOthers() : null, debtor.language(), debtor.timeZone()),
        current.currency(),
        accounts.ofCase(current.caseNumber()).stream().map(account -> new HandOver.Account(account.product(),
            account.outstandingAmount(), account.overdueOn(today), account.oldestDueDate())).toList(),
        contacts.ofCase(current.caseNumber()).size());
  }
}
