package io.remit.intake;

import io.remit.cases.AccountSnapshot;
import io.remit.cases.PortfolioIntake;
import io.remit.cases.SnapshotResult;
import io.remit.cases.SnapshotResult.Outcome;
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
import io.remit.ledger.Refusal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over an arrears file. */
final class ArrearsPass {

  /** They are kept with the counts; a file with more is wrong in its kind, and the first tell how. */
  private static final int MOST_WARNINGS = 15;

  private final IntakeFiles files;
  private final PortfolioIntake portfolio;
  private final SplitBatches batches;
  private final Optional<CompleteFile> complete;
  private final @Nullable LocalDate asOf;
  private final long fileId;
  private final Progress progress;
  private final long run;

  private final List<NumberedRow<AccountSnapshot>> batch = new ArrayList<>(SplitBatches.SIZE);
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<Rejection> warnings = new ArrayList<>();
  private final Set<String> products = new HashSet<>();
  private @Nullable LocalDate earliestDay;

  /** @param complete what becomes of the accounts that the file leaves out; empty if it does not list all */
  ArrearsPass(IntakeFiles files, PortfolioIntake portfolio, SplitBatches batches, Optional<CompleteFile> complete,
      @Nullable LocalDate asOf, long fileId, Progress progress) {
    this.files = files;
    this.portfolio = portfolio;
    this.batches = batches;
    this.complete = complete;
    this.asOf = asOf;
    this.earliestDay = asOf;
    this.fileId = fileId;
    this.progress = progress;
    this.run = portfolio.nextRun();
  }

  FilePass.Applied<ArrearsCounts> over(CsvFile file) throws IOException {
    long rows = 0;
    for (CsvRow row = file.next(); row != null; row = file.next()) {
      rows++;
      take(row);
      progress.read(rows, file.position());
    }
    applyBatch();
    CompleteFile.Missing missing = complete.map(all -> all.close(run, products, earliestDay))
        .orElse(CompleteFile.Missing.NONE);
    rejected.sort(Comparator.comparingLong(Rejection::line));
    return new FilePass.Applied<>(rows, new ArrearsCounts(count(Outcome.OPENED), count(Outcome.UPDATED),
        count(Outcome.UNCHANGED), missing.closed(), missing.waiting(), warnings), rejected);
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
    Optional<String> accountNumber = ArrearsFormat.accountNumberIn(row);
    accountNumber.ifPresent(this::remember);
    rejected.add(accountNumber.isPresent() ? rejection
        : complete.map(all -> all.refuseUnreadable(rejection)).orElse(rejection));
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
      Refusal refusal = result.refusal();
      if (refusal != null) {
        rejected.add(Rejection.of(batch.get(index).line(), refusal));
        remember(snapshots.get(index).accountNumber());
      }
    }
    batch.clear();
  }

  private void remember(String refusedAccount) {
    complete.ifPresent(all -> all.refuse(refusedAccount));
  }

  private long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }
}
