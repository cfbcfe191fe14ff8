package io.remit.cases;

import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.Ledger;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import io.remit.ledger.PostingResult.Outcome;
import java.util.LinkedHashSet;
import java.util.Set;

/** The ledger for the time of one batch of {@link Postings}: it remembers what changed. */
public final class OpenLedger {

  private final Ledger ledger;
  private final Set<String> booked = new LinkedHashSet<>();
  private final Set<Owed> changed = new LinkedHashSet<>();

  OpenLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  /** One debtor in one currency: what a case is about. */
  record Owed(String debtorId, String currency) {

    static Owed of(Account account) {
      return new Owed(account.debtorId(), account.currency());
    }
  }

  /** Books one order; the balance follows at once, the cases at the end of the batch. */
  public PostingResult post(PaymentOrder order) {
    return counted(order.accountNumber(), ledger.post(order));
  }

  /** Books one entry; the balance follows at once, the cases at the end of the batch. */
  public PostingResult post(LedgerEntry entry) {
    return counted(entry.accountNumber(), ledger.post(entry));
  }

  private PostingResult counted(String accountNumber, PostingResult result) {
    if (result.outcome() == Outcome.POSTED) {
      booked.add(accountNumber);
    }
    return result;
  }

  /** Computes a balance anew, since the creditor's books show other than they did. */
  void recompute(String accountNumber) {
    ledger.recompute(accountNumber);
    booked.add(accountNumber);
  }

  /** A statement of the creditor's changed an account. */
  void changed(Account account) {
    changed.add(Owed.of(account));
  }

  /** Whose cases have to follow. */
  Set<Owed> touched(AccountRepository accounts) {
    accounts.find(booked).stream().map(Owed::of).forEach(changed::add);
    return changed;
  }
}
