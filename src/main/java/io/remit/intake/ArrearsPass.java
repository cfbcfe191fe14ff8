package io.remit.intake;

import io.remit.cases.AccountSnapshot;
import io.remit.cases.PortfolioIntake;
import io.remit.cases.SnapshotResult;
import io.remit.cases.SnapshotResult.Outcome;
import io.remit.intake.Closing.LeftOut;
import io.remit.intake.csv.CsvFile;
import io.remit.intake.csv.CsvRow;
import io.remit.intake.csv.NumberedRow;
import io.remit.intake.csv.Rejection;
import io.remit.intake.csv.RowRefused;
import io.remit.intake.delivery.ArrearsCounts;
import io.remit.intake.delivery.FilePass;
import io.remit.intake.delivery.IntakeFiles;
import io.remit.intake.delivery.Progress;
import io.remit.intake.delivery.SplitBatches;
import io.remit.ledger.BookingDay;
import io.remit.ledger.Refusal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One pass over an arrears file. */
final class ArrearsPass {

  private static final String NOTHING_CLOSED =
      " As its account number cannot be read, no account was closed as missing.";

  /** They are kept with the counts; a file with more is wrong in its kind, and the first tell how. */
  private static final int MOST_WARNINGS = 15;

  private final IntakeFiles files;
  private final Closings closings;
  private final PortfolioIntake portfolio;
  private final SplitBatches batches;
  private final boolean complete;
  private final LocalDate asOf;
  private final long fileId;
  private final Progress progress;
  private final String deliveredBy;
  private final long run;
  private final Map<String, Long> openBefore;

  private final List<NumberedRow<AccountSnapshot>> batch = new ArrayList<>(SplitBatches.SIZE);
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<Rejection> warnings = new ArrayList<>();
  private final List<String> refusedAccounts = new ArrayList<>();
  private final Set<String> products = new HashSet<>();
  private boolean everyAccountReadable = true;
  private LocalDate earliestDay;

  /** @param deliveredBy user id of who sent the file, or null */
  ArrearsPass(IntakeFiles files, Closings closings, PortfolioIntake portfolio, SplitBatches batches, boolean complete,
      LocalDate asOf, long fileId, String deliveredBy, Progress progress) {
    this.files = files;
    this.closings = closings;
    this.deliveredBy = deliveredBy;
    this.portfolio = portfolio;
    this.batches = batches;
    this.complete = complete;
    this.asOf = asOf;
    this.earliestDay = asOf;
    this.fileId = fileId;
    this.progress = progress;
    this.run = portfolio.nextRun();
    this.openBefore = complete ? portfolio.openAccounts() : Map.of();
  }

  FilePass.Applied<ArrearsCounts> over(CsvFile file) throws IOException {
    long rows = 0;
    for (CsvRow row = file.next(); row != null; row = file.next()) {
      rows++;
      take(row);
      progress.read(rows, file.position());
    }
    applyBatch();
    long waiting = askWhetherToClose();
    long closed = waiting > 0 ? 0 : closeMissing();
    rejected.sort(Comparator.comparingLong(Rejection::line));
    return new FilePass.Applied<>(rows, new ArrearsCounts(count(Outcome.OPENED), count(Outcome.UPDATED),
        count(Outcome.UNCHANGED), closed, waiting, warnings), rejected);
  }

  private void take(CsvRow row) {
    try {
      AccountSnapshot snapshot = ArrearsFormat.read(row, asOf);
      if (snapshot.asOf() != null && (earliestDay == null || snapshot.asOf().isBefore(earliestDay))) {
        earliestDay = snapshot.asOf();
      }
      name(snapshot.product());
      batch.add(new NumberedRow<>(row.line(), snapshot));
    } catch (RowRefused refused) {
      refuse(row, refused.refusal());
    }
    if (batch.size() == SplitBatches.SIZE) {
      applyBatch();
    }
  }

  private void refuse(CsvRow row, Refusal refusal) {
    Rejection rejection = Rejection.of(row.line(), refusal);
    ArrearsFormat.productIn(row).ifPresent(this::name);
    var accountNumber = ArrearsFormat.accountNumberIn(row);
    if (accountNumber.isPresent()) {
      remember(accountNumber.get());
    } else {
      everyAccountReadable = false;
      rejection = complete ? withNothingClosed(rejection) : rejection;
    }
    rejected.add(rejection);
  }

  private void name(String product) {
    if (products.add(product)) {
      files.names(run, fileId, product);
    }
  }

  private void applyBatch() {
    List<AccountSnapshot> snapshots = batch.stream().map(NumberedRow::content).toList();
    List<SnapshotResult> results = batches.apply(snapshots, rows -> portfolio.applySnapshots(run, fileId, rows),
        new SnapshotResult(Outcome.REFUSED, SplitBatches.NOT_APPLIED));
    for (int index = 0; index < results.size(); index++) {
      SnapshotResult result = results.get(index);
      outcomes.merge(result.outcome(), 1L, Long::sum);
      if (result.warning() != null && warnings.size() < MOST_WARNINGS) {
        warnings.add(Rejection.of(batch.get(index).line(), result.warning()));
      }
      if (result.outcome() == Outcome.REFUSED) {
        rejected.add(Rejection.of(batch.get(index).line(), result.refusal()));
        remember(snapshots.get(index).accountNumber());
      }
    }
    batch.clear();
  }

  private void remember(String refusedAccount) {
    if (complete) {
      refusedAccounts.add(refusedAccount);
    }
  }

  /** @return how many accounts wait to be closed for a person to agree */
  private long askWhetherToClose() {
    if (!saysWhatIsMissing()) {
      return 0;
    }
    // Only now: an account marked as seen earlier could not be told from one that is twice in the file.
    for (int start = 0; start < refusedAccounts.size(); start += SplitBatches.SIZE) {
      int end = Math.min(start + SplitBatches.SIZE, refusedAccounts.size());
      portfolio.markSeen(run, List.copyOf(refusedAccounts.subList(start, end)));
    }
    BookingDay day = portfolio.dayOfFile(earliestDay);
    closings.supersede(products);
    Map<String, Long> missing = portfolio.missing(run, products, day);
    List<LeftOut> leftOut = products.stream().sorted().map(product -> new LeftOut(product,
        openBefore.getOrDefault(product, 0L), missing.getOrDefault(product, 0L))).toList();
    if (!closings.asksAPerson(leftOut)) {
      return 0;
    }
    closings.propose(run, fileId, day, leftOut, deliveredBy);
    return leftOut.stream().mapToLong(LeftOut::leftOut).sum();
  }

  private boolean saysWhatIsMissing() {
    return complete && everyAccountReadable && !products.isEmpty();
  }

  private long closeMissing() {
    if (!saysWhatIsMissing()) {
      return 0;
    }
    BookingDay day = portfolio.dayOfFile(earliestDay);
    long closed = 0;
    int justClosed;
    do {
      justClosed = batches.orLater(() -> portfolio.closeMissing(run, fileId, products, day, SplitBatches.SIZE));
      closed += justClosed;
      progress.closed(closed);
    } while (justClosed > 0);
    return closed;
  }

  private long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  private static Rejection withNothingClosed(Rejection rejection) {
    return new Rejection(rejection.line(), rejection.column(), rejection.rule(), rejection.message() + NOTHING_CLOSED);
  }
}
