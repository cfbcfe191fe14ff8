package io.remit.cases;

import io.remit.cases.SnapshotResult.Outcome;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.BookingDay;
import io.remit.ledger.Ledger;
import io.remit.ledger.Money;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import io.remit.ledger.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings what the creditor's files say into the accounts, the ledger and the cases. Each call is one transaction over
 * its whole batch: it succeeds for all rows (some may be refused by rule) or throws and changes nothing.
 */
@Component
public class PortfolioIntake {

  private final JdbcClient jdbc;
  private final AccountRepository accounts;
  private final FileDebtors debtors;
  private final CaseRepository cases;
  private final Ledger ledger;
  private final CaseLifecycle lifecycle;
  private final CaseProcess process;
  private final ApplicationEventPublisher events;
  private final Timeline timeline;
  private final BooksPolicy policy;
  private final MissingAccounts missingAccounts;
  private final BusinessCalendar calendar;

  PortfolioIntake(JdbcClient jdbc, AccountRepository accounts, FileDebtors debtors, CaseRepository cases,
      Ledger ledger, CaseLifecycle lifecycle, CaseProcess process, ApplicationEventPublisher events, Timeline timeline,
      BooksPolicy policy, MissingAccounts missingAccounts, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.debtors = debtors;
    this.cases = cases;
    this.ledger = ledger;
    this.lifecycle = lifecycle;
    this.process = process;
    this.events = events;
    this.timeline = timeline;
    this.policy = policy;
    this.missingAccounts = missingAccounts;
    this.calendar = calendar;
  }

  /** One debtor in one currency: what a case is about. */
  private record Owed(String debtorId, String currency) {
  }

  /** A number for one pass over one arrears file; accounts remember the last pass that saw them. */
  public long nextRun() {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into intake_run default values").update(key, "run");
    return key.getKey().longValue();
  }

  /**
   * Applies rows of an arrears file.
   *
   * @param run the pass that these rows belong to; an account seen twice in one pass is refused
   *     ({@code duplicate-account})
   * @return one result per row, in order
   */
  @Transactional
  public List<SnapshotResult> applySnapshots(long run, long fileId, List<AccountSnapshot> batch) {
    return process.together(() -> {
      Map<String, Account> known = byNumber(batch.stream().map(AccountSnapshot::accountNumber).toList());
      FileDebtors.OfRows itsDebtors = debtors.of(run, batch);
      Set<String> open = cases.openAmong(known.values().stream().map(Account::caseNumber).toList());
      long newestEntry = ledger.newestEntryId();
      Set<Owed> touched = new LinkedHashSet<>();
      List<SnapshotResult> results = new ArrayList<>(batch.size());
      List<Account> moved = new ArrayList<>();
      for (AccountSnapshot row : batch) {
        Account before = known.get(row.accountNumber());
        SnapshotResult refusal = contradiction(row, before, run);
        if (refusal != null) {
          results.add(refusal);
          continue;
        }
        FileDebtors.Told debtor = itsDebtors.store(row.debtor());
        Ledger.Taken taken = ledger.takeSnapshot(stated(row, before, run, newestEntry), before, fileId);
        Account after = told(taken);
        known.put(row.accountNumber(), after);
        boolean moves = before != null && !before.debtorId().equals(after.debtorId());
        if (moves) {
          moved.add(before);
        }
        boolean amountsChanged = before == null || moves || differs(after, before);
        if (amountsChanged || !open.contains(after.caseNumber())) {
          touched.add(new Owed(after.debtorId(), after.currency()));
        }
        boolean enters = after.inCollectionOn(calendar.today())
            && (before == null || !before.inCollectionOn(calendar.today()));
        results.add(SnapshotResult.of(enters ? Outcome.OPENED
            : debtor.changed() || amountsChanged ? Outcome.UPDATED : Outcome.UNCHANGED, debtor.contradiction()));
      }
      moved.forEach(this::leave);
      settle(touched);
      moved.forEach(this::tellWhereItIsNow);
      return results;
    });
  }

  /** Remembers that the pass saw these accounts, though their rows were refused: they are not missing. */
  @Transactional
  public void markSeen(long run, List<String> accountNumbers) {
    accounts.markSeen(run, accountNumbers);
  }

  /**
   * The last day whose bookings a file contains whole.
   *
   * @param asOf as it was said, or null: then it is taken to be the day before today
   */
  public BookingDay dayOfFile(LocalDate asOf) {
    return new BookingDay(asOf == null ? calendar.lastWholeDay() : asOf, asOf != null);
  }

  /** How many accounts something is outstanding on, by product. */
  public Map<String, Long> openAccounts() {
    return accounts.openByProduct();
  }

  /** How many accounts of these products with something outstanding no pass from this one on has named, by product. */
  public Map<String, Long> missing(long run, Set<String> products, BookingDay file) {
    return accounts.countNotSeenSince(run, products, file.day());
  }

  /** Some of them. */
  public List<Account> someMissing(long run, Set<String> products, BookingDay file, int limit) {
    return accounts.notSeenSince(run, products, file.day(), limit);
  }

  /**
   * Takes some of the accounts of these products that neither the pass nor a later one saw as paid at the creditor, and
   * settles their cases.
   *
   * @param file the last day whose bookings the file contains whole: an account of which a later statement is known is
   *     not missing
   * @param limit the most accounts to close in this call
   * @return how many were closed; 0 when none is left
   */
  @Transactional
  public int closeMissing(long run, long fileId, Set<String> products, BookingDay file, int limit) {
    return process.together(() -> {
      if (file.day().isAfter(calendar.today())) {
        return 0;
      }
      List<Account> missing = accounts.notSeenSince(run, products, file.day(), limit);
      long newestEntry = ledger.newestEntryId();
      Set<Owed> touched = new LinkedHashSet<>();
      for (Account account : missing) {
        BigDecimal nothing = Money.inScaleOf(account.currency(), BigDecimal.ZERO);
        Statement paid = new Statement(nothing, nothing, null, file.day(), file.told(), calendar.today(), newestEntry,
            Statement.Fit.NONE);
        Ledger.Taken taken = ledger.takeSnapshot(
            account.stated(account.debtorId(), account.product(), paid, account.oldestDueDate(), run), account, fileId);
        told(taken);
        touched.add(new Owed(account.debtorId(), account.currency()));
      }
      missingAccounts.add(missing, calendar.today());
      settle(touched);
      return missing.size();
    });
  }

  /**
   * Posts payments and what undoes them. What is booked counts at once, also if it is valued later; a value date so far
   * ahead that it must be a mistake is refused, as is a booking date that is ahead. What the creditor's last statement
   * contains is kept and does not count again.
   *
   * @return one result per order, in order
   */
  @Transactional
  public List<PostingResult> post(List<PaymentOrder> batch) {
    return posting(ledger -> batch.stream().map(order -> {
      if (order.bookingDate() != null && order.bookingDate().isAfter(calendar.latestValueDate())) {
        return PostingResult.refused("booking_date", "booking-date-in-future",
            "The booking date is more than a day ahead.");
      }
      return order.valueDate().isAfter(policy.latestValueDate(calendar.today()))
          ? PostingResult.refused("value_date", "value-date-in-future",
              "The value date is too far ahead.")
          : ledger.post(order);
    }).toList());
  }

  /** Computes balances anew, since the creditor's books show other than they did, and lets the cases follow. */
  @Transactional
  public void recompute(Collection<String> accountNumbers) {
    process.together(() -> {
      accountNumbers.stream().distinct().sorted().forEach(ledger::recompute);
      settle(accounts.find(accountNumbers).stream().map(account -> new Owed(account.debtorId(), account.currency()))
          .collect(Collectors.toCollection(LinkedHashSet::new)));
      return accountNumbers.size();
    });
  }

  /** The ledger, for the time of one batch. */
  @FunctionalInterface
  public interface OpenLedger {

    /** Books one order; the balance follows at once, the cases at the end of the batch. */
    PostingResult post(PaymentOrder order);
  }

  /**
   * Lets somebody post a batch of orders of which each may depend on what was posted before it. The cases of all
   * accounts that it changed are settled once, at its end.
   *
   * @return what the work returned
   */
  @Transactional
  public <T> T posting(Function<OpenLedger, T> work) {
    return process.together(() -> {
      Set<String> posted = new LinkedHashSet<>();
      T result = work.apply(order -> {
        PostingResult outcome = ledger.post(order);
        if (outcome.outcome() == PostingResult.Outcome.POSTED) {
          posted.add(order.accountNumber());
        }
        return outcome;
      });
      settle(accounts.find(posted).stream().map(account -> new Owed(account.debtorId(), account.currency()))
          .collect(Collectors.toCollection(LinkedHashSet::new)));
      return result;
    });
  }

  private void settle(Set<Owed> touched) {
    touched.forEach(owed -> lifecycle.keepInStep(owed.debtorId(), owed.currency()));
  }

  private Map<String, Account> byNumber(List<String> numbers) {
    return accounts.lock(numbers).stream()
        .collect(Collectors.toMap(Account::accountNumber, Function.identity(), (one, other) -> one, HashMap::new));
  }

  /** Tells of contradictions, and returns the account as it is then. */
  private Account told(Ledger.Taken taken) {
    taken.differing().forEach(booking -> events.publishEvent(new StatementContradicted(taken.account(), booking)));
    return taken.differing().isEmpty() ? taken.account()
        : accounts.find(taken.account().accountNumber()).orElseThrow();
  }

  private void leave(Account before) {
    if (before.caseNumber() != null) {
      timeline.add(before.caseNumber(), EntryKind.ACCOUNT, Timeline.SYSTEM,
          "Account went to another debtor, as the creditor's file says", before.accountNumber());
    }
    lifecycle.accountLeft(before.debtorId(), before.currency(), before.accountNumber());
  }

  private void tellWhereItIsNow(Account before) {
    accounts.find(before.accountNumber()).map(Account::caseNumber).ifPresent(caseNumber ->
        timeline.add(caseNumber, EntryKind.ACCOUNT, Timeline.SYSTEM,
            "Account came from another debtor, as the creditor's file says", before.accountNumber()));
  }

  private SnapshotResult contradiction(AccountSnapshot row, Account before, long run) {
    if (row.asOf() != null && row.asOf().isAfter(calendar.today())) {
      return SnapshotResult.refused("as_of", "as-of-in-future", "the day of the books lies ahead");
    }
    if (row.overdueAmount() != null && row.overdueAmount().signum() > 0
        && row.oldestDueDate().isAfter(calendar.today())) {
      return SnapshotResult.refused("oldest_due_date", "overdue-before-due",
          "something is overdue, and the oldest due date lies ahead");
    }
    if (before == null) {
      return null;
    }
    if (before.seenInRun() == run) {
      return SnapshotResult.refused("account_number", "duplicate-account",
          "this account stands in the file more than once; the first row counts");
    }
    if (!policy.accountsMove() && !before.debtorId().equals(row.debtor().debtorId())) {
      return SnapshotResult.refused("debtor_id", "debtor-mismatch", "this account belongs to another debtor");
    }
    if (!before.currency().equals(row.currency())) {
      return SnapshotResult.refused("currency", "currency-changed", "this account is kept in another currency");
    }
    if (asOf(row).isBefore(before.statement().asOf())) {
      return SnapshotResult.refused("as_of", "older-than-known",
          "of this account the books of a later day are known; what they say stands");
    }
    return null;
  }

  /** Whether the file says anything of the account that was not known. */
  private static boolean differs(Account after, Account before) {
    return after.outstandingAmount().compareTo(before.outstandingAmount()) != 0
        || after.overdueAmount().compareTo(before.overdueAmount()) != 0
        || Objects.compare(after.nextDueAmount(), before.nextDueAmount(),
            Comparator.nullsFirst(Comparator.naturalOrder())) != 0
        || !after.oldestDueDate().equals(before.oldestDueDate()) || !after.product().equals(before.product());
  }

  private LocalDate asOf(AccountSnapshot row) {
    return row.asOf() == null ? calendar.lastWholeDay() : row.asOf();
  }

  private Account stated(AccountSnapshot row, Account before, long run, long newestEntry) {
    LocalDate asOf = asOf(row);
    Statement statement = new Statement(row.outstandingAmount(), policy.overdue(row, asOf), policy.nextDue(row, asOf),
        asOf, row.asOf() != null, calendar.today(), newestEntry, Statement.Fit.NONE);
    return before == null
        ? Account.of(row.accountNumber(), row.debtor().debtorId(), row.product(), row.currency(), statement,
            row.oldestDueDate(), run)
        : before.stated(row.debtor().debtorId(), row.product(), statement, row.oldestDueDate(), run);
  }
}
