package io.remit.cases;

import io.remit.cases.SnapshotResult.Outcome;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.BookingDay;
import io.remit.ledger.Ledger;
import io.remit.ledger.Money;
import io.remit.ledger.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
  private final Postings postings;
  private final ApplicationEventPublisher events;
  private final Timeline timeline;
  private final BooksPolicy policy;
  private final MissingAccounts missingAccounts;
  private final BusinessCalendar calendar;

  PortfolioIntake(JdbcClient jdbc, AccountRepository accounts, FileDebtors debtors, CaseRepository cases,
      Ledger ledger, CaseLifecycle lifecycle, Postings postings, ApplicationEventPublisher events, Timeline timeline,
      BooksPolicy policy, MissingAccounts missingAccounts, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.debtors = debtors;
    this.cases = cases;
    this.ledger = ledger;
    this.lifecycle = lifecycle;
    this.postings = postings;
    this.events = events;
    this.timeline = timeline;
    this.policy = policy;
    this.missingAccounts = missingAccounts;
    this.calendar = calendar;
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
    List<Account> moved = new ArrayList<>();
    List<SnapshotResult> applied = postings.together(open -> {
      List<String> numbers = batch.stream().map(AccountSnapshot::accountNumber).toList();
      Map<String, Account> known = byNumber(numbers);
      Ledger.Statements statements = ledger.statementsOf(numbers, fileId);
      FileDebtors.OfRows itsDebtors = debtors.of(run, batch);
      Set<String> openCases = cases.openAmong(known.values().stream().map(Account::caseNumber).toList());
      long newestEntry = ledger.newestEntryId();
      List<SnapshotResult> results = new ArrayList<>(batch.size());
      for (AccountSnapshot row : batch) {
        Account before = known.get(row.accountNumber());
        SnapshotResult refusal = contradiction(row, before, run);
        if (refusal != null) {
          results.add(refusal);
          continue;
        }
        FileDebtors.Told debtor = itsDebtors.store(row.debtor());
        Account stated = stated(row, before, run, newestEntry);
        Ledger.Taken taken = before == null ? statements.takeFirst(stated) : statements.take(stated, before);
        Account after = told(taken);
        known.put(row.accountNumber(), after);
        boolean moves = before != null && !before.debtorId().equals(after.debtorId());
        if (moves) {
          moved.add(before);
        }
        boolean amountsChanged = before == null || moves || differs(after, before);
        if (amountsChanged || !openCases.contains(after.caseNumber())) {
          open.changed(after);
        }
        boolean enters = after.inCollectionOn(calendar.today())
            && (before == null || !before.inCollectionOn(calendar.today()));
        results.add(SnapshotResult.of(enters ? Outcome.OPENED
            : debtor.changed() || amountsChanged ? Outcome.UPDATED : Outcome.UNCHANGED, debtor.contradiction()));
      }
      moved.forEach(this::leave);
      return results;
    });
    moved.forEach(this::tellWhereItIsNow);
    return applied;
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
  public BookingDay dayOfFile(@Nullable LocalDate asOf) {
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
    return postings.together(open -> {
      if (file.day().isAfter(calendar.today())) {
        return 0;
      }
      List<Account> missing = accounts.notSeenSince(run, products, file.day(), limit);
      long newestEntry = ledger.newestEntryId();
      Ledger.Statements statements =
          ledger.statementsOf(missing.stream().map(Account::accountNumber).toList(), fileId);
      for (Account account : missing) {
        BigDecimal nothing = Money.inScaleOf(account.currency(), BigDecimal.ZERO);
        Statement paid = new Statement(nothing, nothing, null, file.day(), file.told(), calendar.today(), newestEntry,
            Statement.Fit.NONE);
        told(statements.take(
            account.stated(account.debtorId(), account.product(), paid, account.oldestDueDate(), run), account));
        open.changed(account);
      }
      missingAccounts.add(missing, calendar.today());
      return missing.size();
    });
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

  private @Nullable SnapshotResult contradiction(AccountSnapshot row, @Nullable Account before, long run) {
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

  private Account stated(AccountSnapshot row, @Nullable Account before, long run, long newestEntry) {
    LocalDate asOf = asOf(row);
    Statement statement = new Statement(row.outstandingAmount(), policy.overdue(row, asOf), policy.nextDue(row, asOf),
        asOf, row.asOf() != null, calendar.today(), newestEntry, Statement.Fit.NONE);
    return before == null
        ? Account.of(row.accountNumber(), row.debtor().debtorId(), row.product(), row.currency(), statement,
            row.oldestDueDate(), run)
        : before.stated(row.debtor().debtorId(), row.product(), statement, row.oldestDueDate(), run);
  }
}
