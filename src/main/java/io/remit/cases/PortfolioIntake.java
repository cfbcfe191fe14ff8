package io.remit.cases;

import io.remit.cases.SnapshotResult.Outcome;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.Ledger;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private final DebtorRepository debtors;
  private final CaseRepository cases;
  private final Ledger ledger;
  private final CaseLifecycle lifecycle;
  private final CaseProcess process;
  private final MissingAccounts missingAccounts;
  private final BusinessCalendar calendar;

  PortfolioIntake(JdbcClient jdbc, AccountRepository accounts, DebtorRepository debtors,
      CaseRepository cases, Ledger ledger, CaseLifecycle lifecycle, CaseProcess process,
      MissingAccounts missingAccounts, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.debtors = debtors;
    this.cases = cases;
    this.ledger = ledger;
    this.lifecycle = lifecycle;
    this.process = process;
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
      Map<String, DebtorDetails> knownDebtors = knownDebtors(batch);
      Set<String> open = cases.openAmong(known.values().stream().map(Account::caseNumber).toList());
      long newestEntry = ledger.newestEntryId();
      Set<Owed> touched = new LinkedHashSet<>();
      List<SnapshotResult> results = new ArrayList<>(batch.size());
      for (AccountSnapshot row : batch) {
        Account before = known.get(row.accountNumber());
        SnapshotResult refusal = contradiction(row, before, run);
        if (refusal != null) {
          results.add(refusal);
          continue;
        }
        boolean debtorChanged = storeDebtor(row.debtor(), knownDebtors);
        boolean amountsChanged = before == null || differs(row, before);
        Account stated = stated(row, before, run, newestEntry);
        boolean worthAnEntry = amountsChanged || differsFromLastStatement(row, before);
        Account after = ledger.takeSnapshot(stated, before != null, worthAnEntry, fileId);
        known.put(row.accountNumber(), after);
        if (amountsChanged || !open.contains(after.caseNumber())) {
          touched.add(new Owed(after.debtorId(), after.currency()));
        }
        boolean enters = after.inCollectionOn(calendar.today())
            && (before == null || !before.inCollectionOn(calendar.today()));
        results.add(SnapshotResult.of(enters ? Outcome.OPENED
            : debtorChanged || amountsChanged ? Outcome.UPDATED : Outcome.UNCHANGED));
      }
      settle(touched);
      return results;
    });
  }

  /** Remembers that the pass saw these accounts, though their rows were refused: they are not missing. */
  @Transactional
  public void markSeen(long run, List<String> accountNumbers) {
    accounts.markSeen(run, accountNumbers);
  }

  /** How many accounts something is outstanding on, by product. */
  public Map<String, Long> openAccounts() {
    return accounts.openByProduct();
  }

  /** How many accounts of these products with something outstanding no pass from this one on has named, by product. */
  public Map<String, Long> missing(long run, Set<String> products) {
    return accounts.countNotSeenSince(run, products);
  }

  /** Some of them. */
  public List<Account> someMissing(long run, Set<String> products, int limit) {
    return accounts.notSeenSince(run, products, limit);
  }

  /**
   * Takes some of the accounts of these products that neither the pass nor a later one saw as paid at the creditor, and
   * settles their cases.
   *
   * @param limit the most accounts to close in this call
   * @return how many were closed; 0 when none is left
   */
  @Transactional
  public int closeMissing(long run, long fileId, Set<String> products, int limit) {
    return process.together(() -> {
      List<Account> missing = accounts.notSeenSince(run, products, limit);
      long newestEntry = ledger.newestEntryId();
      Set<Owed> touched = new LinkedHashSet<>();
      for (Account account : missing) {
        Account paid = new Account(account.accountNumber(), account.debtorId(), account.caseNumber(),
            account.product(), account.currency(), BigDecimal.ZERO, BigDecimal.ZERO, calendar.today(), newestEntry,
            BigDecimal.ZERO, BigDecimal.ZERO, account.oldestDueDate(), account.withdrawn(), run);
        ledger.takeSnapshot(paid, true, true, fileId);
        touched.add(new Owed(account.debtorId(), account.currency()));
      }
      missingAccounts.add(missing, calendar.today());
      settle(touched);
      return missing.size();
    });
  }

  /**
   * Posts payments and what undoes them. One that is dated more than a day ahead is refused; one that is dated before
   * the creditor's last statement is kept, and the statement contains it already.
   *
   * @return one result per order, in order
   */
  @Transactional
  public List<PostingResult> post(List<PaymentOrder> batch) {
    return posting(ledger -> batch.stream().map(order -> order.valueDate().isAfter(calendar.latestValueDate())
        ? PostingResult.refused("value_date", "value-date-in-future", "The value date is more than a day ahead.")
        : ledger.post(order)).toList());
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
    touched.forEach(owed -> lifecycle.settle(owed.debtorId(), owed.currency()));
  }

  private Map<String, Account> byNumber(List<String> numbers) {
    return accounts.lock(numbers).stream()
        .collect(Collectors.toMap(Account::accountNumber, Function.identity(), (one, other) -> one, HashMap::new));
  }

  private Map<String, DebtorDetails> knownDebtors(List<AccountSnapshot> batch) {
    return debtors.find(batch.stream().map(row -> row.debtor().debtorId()).distinct().toList()).stream()
        .collect(Collectors.toMap(DebtorDetails::debtorId, Function.identity(), (one, other) -> one, HashMap::new));
  }

  /** Stores the debtor where the file knows more or other than we do; the newest row wins. */
  private boolean storeDebtor(DebtorDetails told, Map<String, DebtorDetails> known) {
    DebtorDetails before = known.put(told.debtorId(), told);
    if (before == null) {
      debtors.insert(told);
      return true;
    }
    if (!before.equals(told)) {
      debtors.update(told);
      return true;
    }
    return false;
  }

  private static SnapshotResult contradiction(AccountSnapshot row, Account before, long run) {
    if (before == null) {
      return null;
    }
    if (before.seenInRun() == run) {
      return SnapshotResult.refused("account_number", "duplicate-account",
          "this account stands in the file more than once; the first row counts");
    }
    if (!before.debtorId().equals(row.debtor().debtorId())) {
      return SnapshotResult.refused("debtor_id", "debtor-mismatch", "this account belongs to another debtor");
    }
    if (!before.currency().equals(row.currency())) {
      return SnapshotResult.refused("currency", "currency-changed", "this account is kept in another currency");
    }
    return null;
  }

  /** Whether the file says anything of the account that its balance or its last snapshot did not say already. */
  private static boolean differs(AccountSnapshot row, Account before) {
    return row.outstandingAmount().compareTo(before.outstandingAmount()) != 0
        || row.overdueAmount().compareTo(before.overdueAmount()) != 0
        || !row.oldestDueDate().equals(before.oldestDueDate())
        || !row.product().equals(before.product());
  }

  /** Whether it confirms what we computed: the balance of a past day needs to know. */
  private static boolean differsFromLastStatement(AccountSnapshot row, Account before) {
    return row.outstandingAmount().compareTo(before.snapshotOutstanding()) != 0
        || row.overdueAmount().compareTo(before.snapshotOverdue()) != 0;
  }

  private Account stated(AccountSnapshot row, Account before, long run, long newestEntry) {
    LocalDate today = calendar.today();
    return new Account(row.accountNumber(), row.debtor().debtorId(), before == null ? null : before.caseNumber(),
        row.product(), row.currency(), row.outstandingAmount(), row.overdueAmount(), today, newestEntry,
        row.outstandingAmount(), row.overdueAmount(), row.oldestDueDate(), before != null && before.withdrawn(), run);
  }
}
