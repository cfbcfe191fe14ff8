package io.remit.contact.text;

import io.remit.cases.DebtorDetails;
import io.remit.ledger.Account;
import io.remit.limitation.Limitations;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rule that nobody is threatened with a court that would not hear it any more (12 CFR 1006.26(b)). */
@Component
public class BarredThreats {

  private final CourtWords courtWords;
  private final Limitations limitations;

  BarredThreats(CourtWords courtWords, Limitations limitations) {
    this.courtWords = courtWords;
    this.limitations = limitations;
  }

  /** Whether a text speaks of court to somebody one of whose debts here is too old to be sued for. */
  public boolean isOne(ApprovedText text, DebtorDetails debtor, List<Account> accounts) {
    return courtWords.areIn(text) && !limitations.barred(accounts, debtor).isEmpty();
  }
}
