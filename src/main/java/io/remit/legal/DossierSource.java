package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import org.springframework.stereotype.Component;

/** Gathers what a dossier tells of a case. */
@Component
class DossierSource {

  private final CaseRepository cases;
  private final ReachableDebtors debtors;
  private final AccountExtract accounts;
  private final ContactExtract contacts;
  private final MatterExtract matters;
  private final BusinessCalendar calendar;

  DossierSource(CaseRepository cases, ReachableDebtors debtors, AccountExtract accounts, ContactExtract contacts,
      MatterExtract matters, BusinessCalendar calendar) {
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.contacts = contacts;
    this.matters = matters;
    this.calendar = calendar;
  }

  /** All that the dossier of a case tells, as it is known now. */
  DossierContent of(String caseNumber) {
    CollectionCase current = cases.get(caseNumber);
    String number = current.caseNumber();
    ContactExtract.Contacts made = contacts.of(number);
    return new DossierContent(number, calendar.today(), current.currency(), debtor(current), accounts.of(number),
        made.contacts(), made.letters(), matters.promises(number), matters.evidence(number), made.files());
  }

  private DossierContent.Debtor debtor(CollectionCase current) {
    Reachability known = debtors.of(current.debtorId());
    DebtorDetails debtor = known.debtor();
    boolean livesThere = known.livesAtHisAddress();
    return new DossierContent.Debtor(debtor.debtorId(), debtor.name(), livesThere ? debtor.address() : null,
        livesThere ? debtor.city() : null, debtor.country(), known.numberForOthers(), known.emailForOthers());
  }
}
