package io.remit.intake;

import io.remit.cases.PortfolioIntake;
import io.remit.intake.csv.CsvFile;
import io.remit.intake.delivery.ArrearsCounts;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.FileIntake;
import io.remit.intake.delivery.FileKind;
import io.remit.intake.delivery.IntakeFiles;
import io.remit.intake.delivery.IntakeInterrupted;
import io.remit.intake.delivery.IntakeStatus;
import io.remit.intake.delivery.SplitBatches;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in arrears files: what debtors owe, as the creditor sees it. */
@Component
public class ArrearsIntake {

  private final FileIntake files;
  private final IntakeFiles known;
  private final Closings closings;
  private final PortfolioIntake portfolio;
  private final SplitBatches batches;

  ArrearsIntake(FileIntake files, IntakeFiles known, Closings closings, PortfolioIntake portfolio,
      SplitBatches batches) {
    this.files = files;
    this.known = known;
    this.closings = closings;
    this.portfolio = portfolio;
    this.batches = batches;
  }

  /**
   * Applies an arrears file, row by row as it is read. Content that was applied before is recognised and changes
   * nothing. While another file is applied, the call waits. It may not be called in a transaction: it makes many of its
   * own.
   *
   * @param content UTF-8 CSV with a header; read to its end and not closed
   * @param complete whether the file lists all open accounts of its products, so that a missing one is to be closed
   * @return what became of it; a file that cannot be used is answered as {@link IntakeStatus#REFUSED}, not thrown
   * @throws IOException if the content cannot be read to its end; nothing is applied then
   * @throws IntakeInterrupted if an unexpected failure, such as a lost database, stopped the intake
   */
  @Transactional(propagation = Propagation.NEVER)
  public ArrearsResult apply(InputStream content, boolean complete) throws IOException {
    return apply(content, complete, null, null);
  }

  /**
   * The same for a file of a known day, or that somebody sent.
   *
   * @param asOf the last day, in the creditor's zone, whose bookings the file contains whole; null if nobody said: then
   *     it is the day before it is taken in; where it lies ahead, every row is refused
   * @param deliveredBy user id, or null
   */
  @Transactional(propagation = Propagation.NEVER)
  public ArrearsResult apply(InputStream content, boolean complete, @Nullable LocalDate asOf,
      @Nullable String deliveredBy) throws IOException {
    FileKind kind = complete ? FileKind.COMPLETE_ARREARS : FileKind.ARREARS;
    return ArrearsResult.of(files.take(content, kind, asOf, deliveredBy, ArrearsCounts.NONE,
        (file, fileId, progress) -> {
          CsvFile rows = CsvFile.open(file, ArrearsFormat.LAYOUT);
          Optional<CompleteFile> all = complete
              ? Optional.of(new CompleteFile(closings, portfolio, batches, fileId, deliveredBy, progress))
              : Optional.empty();
          return new ArrearsPass(known, portfolio, batches, all, asOf, fileId, progress).over(rows);
        }));
  }
}
