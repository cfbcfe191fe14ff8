package io.remit.casefile;

import io.remit.cases.CaseFigures;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.ledger.Account;
import java.util.List;

/** A case with its debtor, its accounts and what they amount to today. */
record WholeCase(CollectionCase its, DebtorDetails debtor, List<Account> accounts, CaseFigures.Figures figures) {

  String caseNumber() {
    return its.caseNumber();
  }
}
