package io.remit.gate;

import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.ledger.Account;
import java.util.List;

/** Finds the words of a contact when the gate has the case at hand; it writes nothing, and may be asked again. */
@FunctionalInterface
public interface Words {

  /** @param accounts of the case, as they are now */
  Draft draft(CollectionCase current, DebtorDetails debtor, List<Account> accounts);
}
