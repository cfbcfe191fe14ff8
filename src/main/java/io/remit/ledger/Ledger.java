package io.remit.ledger;

import io.remit.ledger.PostingResult.Outcome;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Books what happens to accounts and keeps their balances in step. Knows nothing of cases. */
@Component
public class Ledger {

  private final LedgerRepository entries;
  private final AccountRepository accounts;
  private final WaitingOrderRepository waiting;
  private final Clock clock;
  private final ZoneId zone;
  private final int daysOfDoubt;

  /**
   * @param zone the creditor's, in which days begin
   * @param daysOfDoubt for how many days at most nobody is asked for money of which it is uncertain whether it came
   */
  Ledger(LedgerRepository entries, AccountRepository accounts, WaitingOrderRepository waiting, Clock clock,
      @Value("${remit.zone}") ZoneId zone, @Value("${remit.books.days-of-doubt}") int daysOfDoubt) {
    this.entries = entries;
    this.waiting = waiting;
    this.accounts = accounts;
    this.clock = clock;
    this.zone = zone;
    this.daysOfDoubt = daysOfDoubt;
  }

  /**
   * What became of a creditor's statement.
   *
   * @param account as it is stored now
   * @param differing what only Remit knew and in which the statement contradicts what is known of it
   */
  public record Taken(Account account, List<DifferingBooking> differing) {
  }

  /**
   * Statements of these accounts, of which each is told once at most; to be asked for when the accounts are locked.
   *
   * @param fileId of the file that tells them
   */
  public Statements statementsOf(Collection<String> accountNumbers, long fileId) {
    return new Statements(entries.ofAccounts(accountNumbers), fileId);
  }

  /** Takes the statements of one file. */
  public final class Statements {

    private final Map<String, List<LedgerEntry>> booked;
    private final long fileId;

    private Statements(Map<String, List<LedgerEntry>> booked, long fileId) {
      this.booked = booked;
      this.fileId = fileId;
    }

    /**
     * Books the creditor's first statement of an account. What was posted on its number before counts from now on.
     *
     * @param account with the statement; its balance is computed here
     */
    public Taken takeFirst(Account account) {
      Account current = balanced(account, bookedOn(account));
      entries.appendStatement(LedgerEntry.snapshot(current, clock.instant(), fileId));
      accounts.insert(current);
      return new Taken(current, List.of());
    }

    /**
     * Books a creditor's statement of a known account and computes its balance from it.
     *
     * @param account with the statement; its balance is computed here
     * @param before the account as it was
     */
    public Taken take(Account account, Account before) {
      List<LedgerEntry> known = bookedOn(account);
      Account current = balanced(account.with(fitting(account, before, known)), known);
      List<DifferingBooking> differing = DifferingBooking.between(before, current, known);
      if (saysOther(current, before)) {
        entries.appendStatement(LedgerEntry.snapshot(current, clock.instant(), fileId));
      }
      accounts.update(current);
      return new Taken(current, differing);
    }

    private List<LedgerEntry> bookedOn(Account account) {
      return booked.getOrDefault(account.accountNumber(), List.of());
    }
  }

  /** The balance of a past day needs to know what differs from the statement before, or from what was computed. */
  private static boolean saysOther(Account current, Account before) {
    Statement now = current.statement();
    Statement earlier = before.statement();
    return now.outstanding().compareTo(earlier.outstanding()) != 0
        || Objects.compare(now.overdue(), earlier.overdue(), Comparator.nullsFirst(Comparator.naturalOrder())) != 0
        || current.outstandingAmount().compareTo(before.outstandingAmount()) != 0
        || current.overdueAmount().compareTo(before.overdueAmount()) != 0;
  }

  /** Which reading of what is in doubt makes the statement fit what was owed by our own account. */
  private static Statement fitting(Account account, Account before, List<LedgerEntry> known) {
    return Stream.of(Statement.Fit.AS_DATED, Statement.Fit.WITH_DOUBTFUL, Statement.Fit.WITHOUT_DOUBTFUL)
        .map(account.statement()::fitting)
        .filter(statement -> Balance.of(account.with(statement), known).outstanding()
            .compareTo(before.outstandingAmount()) == 0)
        .findFirst().orElse(account.statement().fitting(Statement.Fit.NONE));
  }

  private Account balanced(Account account, List<LedgerEntry> known) {
    Stream<LocalDate> contradicted =
        known.stream().map(entry -> entry.inBooks().contradictedOn()).filter(Objects::nonNull);
    Stream<LocalDate> doubtful = Balance.doubtful(account, known).stream()
        .map(entry -> later(entry.storedBookingDay().day(), account.statement().takenOn()));
    LocalDate nobodyIsAskedUntil = Stream.concat(contradicted, doubtful).max(LocalDate::compareTo)
        .map(newest -> newest.plusDays(daysOfDoubt)).orElse(null);
    return account.withBalance(Balance.of(account, known), nobodyIsAskedUntil);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The newest entry now: what was told before a statement that is taken now. */
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
    Optional<LedgerEntry> booked = entries.findByReference(entry.ownReference());
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
    Optional<LedgerEntry> undone = undoing ? entries.findCounting(entry.undonePayment()) : Optional.empty();
    if (undoing) {
      if (entries.reversalsOf(entry.undonePayment()).stream().anyMatch(earlier -> isAboutTheSame(entry, earlier))) {
        return PostingResult.refused("reverses", "already-reversed", "that payment was reversed before");
      }
      if (undone.isPresent() && !undoes(entry, undone.get())) {
        return PostingResult.refused("reverses", "reversal-mismatch",
            "what it reverses is no payment of this account, amount and currency");
      }
    }
    long entryId = entries.append(entry.bookingDay() != null ? entry
        : entry.bookedOn(new BookingDay(LocalDate.ofInstant(entry.bookedAt(), zone), false)));
    account.ifPresent(this::recompute);
    if (account.isPresent() && (!undoing || undone.isPresent())) {
      return PostingResult.of(Outcome.POSTED);
    }
    waiting.add(entryId);
    return PostingResult.of(Outcome.UNMATCHED);
  }

  /** Computes the balance of an account anew, since the creditor's books show other than they did. */
  public void recompute(String accountNumber) {
    accounts.lock(List.of(accountNumber)).forEach(this::recompute);
  }

  private void recompute(Account account) {
    accounts.update(balanced(account, entries.ofAccount(account.accountNumber())));
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
