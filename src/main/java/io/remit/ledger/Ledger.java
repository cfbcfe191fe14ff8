package io.remit.ledger;

import io.remit.ledger.PostingResult.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Books what happens to accounts and keeps their balances in step. Knows nothing of cases. */
@Component
public class Ledger {

  private final LedgerRepository entries;
  private final AccountRepository accounts;
  private final WaitingOrderRepository waiting;
  private final Clock clock;

  Ledger(LedgerRepository entries, AccountRepository accounts, WaitingOrderRepository waiting, Clock clock) {
    this.entries = entries;
    this.waiting = waiting;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Books a creditor's statement of an account and computes its balance from it.
   *
   * @param account with the snapshot's figures; its balance is computed here
   * @param known whether the account is stored already
   * @param worthAnEntry whether the statement says other than the one before it, or than what was computed
   * @return the account as stored
   */
  public Account takeSnapshot(Account account, boolean known, boolean worthAnEntry, long fileId) {
    if (worthAnEntry) {
      entries.append(new LedgerEntry(0, account.accountNumber(), LedgerEntry.Type.SNAPSHOT, null, null,
          account.snapshotOutstanding(), account.snapshotOverdue(), account.currency(), account.snapshotDate(),
          clock.instant(), fileId, null, null, null));
    }
    Account current = account.withBalance(Balance.of(account, entries.ofAccount(account.accountNumber())));
    if (known) {
      accounts.update(current);
    } else {
      accounts.insert(current);
    }
    return current;
  }

  /** The newest entry now; a snapshot taken now contains the payments of its own day up to it. */
  public long newestEntryId() {
    return entries.newestEntryId();
  }

  /**
   * Books one payment, reversal or chargeback that a file tells, once. In whatever order payments and what undoes them
   * come, the balance is the same.
   *
   * @return POSTED, DUPLICATE, UNMATCHED or REFUSED; only POSTED may have changed a balance
   */
  public PostingResult post(PaymentOrder order) {
    return post(LedgerEntry.of(order, clock.instant()));
  }

  /**
   * Books one entry other than a snapshot, once.
   *
   * @param entry not stored yet; amount and currency fit each other
   * @return POSTED, DUPLICATE, UNMATCHED or REFUSED; only POSTED may have changed a balance
   */
  public PostingResult post(LedgerEntry entry) {
    Optional<LedgerEntry> booked = entries.findByReference(entry.reference());
    if (booked.isPresent()) {
      return isSame(booked.get(), entry)
          ? PostingResult.of(Outcome.DUPLICATE)
          : PostingResult.refused("payment_reference", "reference-reused",
              "this reference was booked before with other content");
    }
    Optional<Account> account = accounts.lock(List.of(entry.accountNumber())).stream().findFirst();
    if (account.isPresent() && !account.get().currency().equals(entry.currency())) {
      return PostingResult.refused("currency", "currency-mismatch", "the account is kept in another currency");
    }
    boolean undoing = entry.type().undoesPayment();
    Optional<LedgerEntry> undone = undoing ? entries.findCounting(entry.reverses()) : Optional.empty();
    if (undoing) {
      if (entries.reversalsOf(entry.reverses()).stream().anyMatch(earlier -> isAboutTheSame(entry, earlier))) {
        return PostingResult.refused("reverses", "already-reversed", "that payment was reversed before");
      }
      if (undone.isPresent() && !undoes(entry, undone.get())) {
        return PostingResult.refused("reverses", "reversal-mismatch",
            "what it reverses is no payment of this account, amount and currency");
      }
    }
    long entryId = entries.append(entry);
    account.ifPresent(this::recompute);
    if (account.isPresent() && (!undoing || undone.isPresent())) {
      return PostingResult.of(Outcome.POSTED);
    }
    waiting.add(entryId);
    return PostingResult.of(Outcome.UNMATCHED);
  }

  private void recompute(Account account) {
    accounts.update(account.withBalance(Balance.of(account, entries.ofAccount(account.accountNumber()))));
  }

  private static boolean undoes(LedgerEntry reversal, LedgerEntry payment) {
    return payment.type() == LedgerEntry.Type.PAYMENT && isAboutTheSame(reversal, payment);
  }

  /** A reversal of another account, amount or currency undoes nothing of what this one is about. */
  private static boolean isAboutTheSame(LedgerEntry reversal, LedgerEntry entry) {
    return entry.accountNumber().equals(reversal.accountNumber())
        && entry.amount().compareTo(reversal.amount()) == 0 && entry.currency().equals(reversal.currency());
  }

  private static boolean isSame(LedgerEntry booked, LedgerEntry entry) {
    return booked.type() == entry.type() && booked.accountNumber().equals(entry.accountNumber())
        && booked.amount().compareTo(entry.amount()) == 0 && booked.currency().equals(entry.currency())
        && booked.valueDate().equals(entry.valueDate())
        && Objects.equals(booked.reverses(), entry.reverses());
  }
}
