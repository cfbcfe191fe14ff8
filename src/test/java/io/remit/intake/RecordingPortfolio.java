package io.remit.intake;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import io.remit.cases.AccountSnapshot;
import io.remit.cases.FollowUps;
import io.remit.cases.PortfolioIntake;
import io.remit.cases.SnapshotResult;
import io.remit.ledger.BookingDay;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import io.remit.ledger.Refusal;
import io.remit.payment.BankPayments;
import io.remit.payment.PaymentPosting;
import io.remit.payment.StatementPart;
import io.remit.statement.BankStatements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Stands for the portfolio: keeps what it is given and answers by the rules that the real one has. */
public class RecordingPortfolio {

  private static final BankStatements STATEMENTS = wired();

  final List<StatementPart> movements = new ArrayList<>();
  public final Map<String, AccountSnapshot> accounts = new LinkedHashMap<>();
  public final Map<String, PaymentOrder> payments = new LinkedHashMap<>();
  final List<Integer> batchSizes = new ArrayList<>();
  final Set<String> markedSeen = new HashSet<>();
  final Set<String> closedProducts = new HashSet<>();
  Predicate<String> failing = account -> false;
  Runnable beforeBatch = () -> { };
  private final Map<String, Long> seenInRun = new HashMap<>();
  private long run;

  /** Whether the port is an interface or a class is not this test's business: calls go to the methods below. */
  PortfolioIntake port() {
    return mock(PortfolioIntake.class, withSettings().stubOnly().defaultAnswer(delegatesTo(this)));
  }

  /** Work that is done without the cases is simply done: none are here. */
  static FollowUps followUps() {
    return mock(FollowUps.class, withSettings().stubOnly()
        .defaultAnswer(call -> call.<Supplier<?>>getArgument(0).get()));
  }

  /** Every complete file may close what it leaves out. */
  static Closings closings() {
    return mock(Closings.class, withSettings().stubOnly());
  }

  PaymentPosting posting() {
    return mock(PaymentPosting.class, withSettings().stubOnly().defaultAnswer(delegatesTo(this)));
  }

  BankPayments bankPayments() {
    return mock(BankPayments.class, withSettings().stubOnly().defaultAnswer(delegatesTo(this)));
  }

  BankStatements statements() {
    return STATEMENTS;
  }

  private static BankStatements wired() {
    try (var context = new AnnotationConfigApplicationContext(BankStatements.class)) {
      return context.getBean(BankStatements.class);
    }
  }

  public synchronized long nextRun() {
    return ++run;
  }

  public synchronized List<SnapshotResult> applySnapshots(long run, long fileId, List<AccountSnapshot> batch) {
    beforeBatch.run();
    if (batch.stream().map(AccountSnapshot::accountNumber).anyMatch(failing)) {
      throw new IllegalStateException("deadlock; row: " + batch);
    }
    batchSizes.add(batch.size());
    return batch.stream().map(snapshot -> apply(run, snapshot)).toList();
  }

  private SnapshotResult apply(long run, AccountSnapshot snapshot) {
    AccountSnapshot known = accounts.get(snapshot.accountNumber());
    Long lastRun = seenInRun.put(snapshot.accountNumber(), run);
    if (lastRun != null && lastRun == run) {
      return refused("account_number", "duplicate-account");
    }
    if (known != null && !known.debtor().debtorId().equals(snapshot.debtor().debtorId())) {
      return refused("debtor_id", "debtor-mismatch");
    }
    if (known != null && !known.currency().equals(snapshot.currency())) {
      return refused("currency", "currency-changed");
    }
    accounts.put(snapshot.accountNumber(), snapshot);
    return new SnapshotResult(known == null ? SnapshotResult.Outcome.OPENED
        : known.equals(snapshot) ? SnapshotResult.Outcome.UNCHANGED : SnapshotResult.Outcome.UPDATED, null);
  }

  private static SnapshotResult refused(String column, String rule) {
    return new SnapshotResult(SnapshotResult.Outcome.REFUSED,
        new Refusal(column, rule, "It contradicts what is known."));
  }

  public synchronized void markSeen(long run, List<String> accountNumbers) {
    markedSeen.addAll(accountNumbers);
    accountNumbers.forEach(account -> seenInRun.put(account, run));
  }

  public BookingDay dayOfFile(LocalDate asOf) {
    return new BookingDay(asOf == null ? LocalDate.of(2024, 2, 29) : asOf, asOf != null);
  }

  public synchronized Map<String, Long> openAccounts() {
    return Map.of();
  }

  public synchronized Map<String, Long> missing(long run, Set<String> products, BookingDay file) {
    return Map.of();
  }

  public synchronized int closeMissing(long run, long fileId, Set<String> products, BookingDay file, int limit) {
    closedProducts.addAll(products);
    List<String> missing = accounts.values().stream()
        .filter(account -> products.contains(account.product()))
        .map(AccountSnapshot::accountNumber)
        .filter(account -> seenInRun.get(account) != run)
        .limit(limit)
        .toList();
    missing.forEach(accounts::remove);
    return missing.size();
  }

  public synchronized List<PostingResult> take(long fileId, long run, List<StatementPart> batch) {
    movements.addAll(batch);
    return batch.stream().map(told -> PostingResult.of(PostingResult.Outcome.POSTED)).toList();
  }

  public synchronized List<PostingResult> post(List<PaymentOrder> batch) {
    beforeBatch.run();
    if (batch.stream().map(PaymentOrder::accountNumber).anyMatch(failing)) {
      throw new IllegalStateException("deadlock; row: " + batch);
    }
    batchSizes.add(batch.size());
    return batch.stream().map(order -> new PostingResult(payments.putIfAbsent(order.reference(), order) != null
        ? PostingResult.Outcome.DUPLICATE
        : order.accountNumber().startsWith("UNKNOWN") ? PostingResult.Outcome.UNMATCHED
            : PostingResult.Outcome.POSTED, null)).toList();
  }
}
