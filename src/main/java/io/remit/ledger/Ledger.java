package io.remit.ledger;

import io.remit.ledger.PostingResult.Outcome;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Books what happens to accounts and keeps their balances in step. Knows nothing of cases. */
@Component
public class Ledger {

  private final LedgerRepository entries;
  private final AccountRepository accounts;
  private final Clock clock;

  Ledger(LedgerRepository entries, AccountRepository accounts, Clock clock) {
    this.entries = entries;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Books a creditor's statement of an account and computes its balance from it.
   *
   * @param account with the snapshot's figures; its balance is computed here
   * @param known whether the account is stored already
   * @param amountsChanged whether the statement differs from what was known; only then it becomes an entry
   * @return the account as stored
   */
  public Account takeSnapshot(Account account, boolean known, boolean amountsChanged, long fileId) {
    if (amountsChanged) {
      entries.append(new LedgerEntry(0, account.accountNumber(), LedgerEntry.Type.SNAPSHOT, null, null,
          account.snapshotOutstanding(), account.snapshotOverdue(), account.currency(), account.snapshotDate(),
          clock.instant(), fileId, null));
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
   * Books one payment or reversal, once. In whatever order payments and their reversals come, the balance is the same.
   *
   * @return POSTED, DUPLICATE, UNMATCHED or REFUSED; only POSTED may have changed a balance
   */
  public PostingResult post(PaymentOrder order) {
    Optional<LedgerEntry> booked = entries.findByReference(order.reference());
    if (booked.isPresent()) {
      return isSame(booked.get(), order)
          ? PostingResult.of(Outcome.DUPLICATE)
          : PostingResult.refused("payment_reference", "reference-reused",
              "this reference was booked before with other content");
    }
    Optional<Account> account = accounts.find(order.accountNumber());
    if (account.isPresent() && !account.get().currency().equals(order.currency())) {
      return PostingResult.refused("currency", "currency-mismatch", "the account is kept in another currency");
    }
    boolean payment = order.type() == PaymentOrder.Type.PAYMENT;
    Optional<LedgerEntry> undone = payment ? Optional.empty() : entries.findByReference(order.reverses());
    if (!payment) {
      if (entries.reversalsOf(order.reverses()).stream().anyMatch(earlier -> isAboutTheSame(order, earlier))) {
        return PostingResult.refused("reverses", "already-reversed", "that payment was reversed before");
      }
      if (undone.isPresent() && !undoes(order, undone.get())) {
        return PostingResult.refused("reverses", "reversal-mismatch",
            "what it reverses is no payment of this account, amount and currency");
      }
    }
    entries.append(new LedgerEntry(0, order.accountNumber(), LedgerEntry.Type.valueOf(order.type().name()),
        order.reference(), order.reverses(), order.amount(), null, order.currency(), order.valueDate(),
        clock.instant(), order.fileId(), order.line()));
    account.ifPresent(this::recompute);
    return PostingResult.of(account.isPresent() && (payment || undone.isPresent()) ? Outcome.POSTED
        : Outcome.UNMATCHED);
  }

  private void recompute(Account account) {
    accounts.update(account.withBalance(Balance.of(account, entries.ofAccount(account.accountNumber()))));
  }

  private static boolean undoes(PaymentOrder reversal, LedgerEntry payment) {
    return payment.type() == LedgerEntry.Type.PAYMENT && isAboutTheSame(reversal, payment);
  }

  /** A reversal of another account, amount or currency undoes nothing of what this one is about. */
  private static boolean isAboutTheSame(PaymentOrder reversal, LedgerEntry entry) {
    return entry.accountNumber().equals(reversal.accountNumber())
        && entry.amount().compareTo(reversal.amount()) == 0 && entry.currency().equals(reversal.currency());
  }

  private static boolean isSame(LedgerEntry entry, PaymentOrder order) {
    return entry.type().name().equals(order.type().name()) && entry.accountNumber().equals(order.accountNumber())
        && entry.amount().compareTo(order.amount()) == 0 && entry.currency().equals(order.currency())
        && entry.valueDate().equals(order.valueDate())
        && Objects.equals(entry.reverses(), order.reverses());
  }
}
