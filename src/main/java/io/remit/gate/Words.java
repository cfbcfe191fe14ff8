package io.remit.gate;

import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.gate.ContactQuestion.Wording;
import io.remit.ledger.Account;
import java.util.List;

/** The words of a contact, judged when the gate has the case at hand. */
@FunctionalInterface
public interface Words {

  /** @param accounts of the case, as they are now */
  Wording judge(CollectionCase current, DebtorDetails debtor, List<Account> accounts);
}
