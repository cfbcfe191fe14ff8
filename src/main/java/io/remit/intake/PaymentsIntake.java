package io.remit.intake;

import io.remit.cases.PortfolioIntake;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in payments files: what debtors paid, and payments taken back. */
@Component
public class PaymentsIntake {

  private final FileIntake files;
  private final PortfolioIntake portfolio;
  private final SplitBatches batches;

  PaymentsIntake(FileIntake files, PortfolioIntake portfolio, SplitBatches batches) {
    this.files = files;
    this.portfolio = portfolio;
    this.batches = batches;
  }

  /**
   * Applies a payments file, row by row as it is read. Content that was applied before is recognised and changes
   * nothing. While another file is applied, the call waits. It may not be called in a transaction: it makes many of its
   * own.
   *
   * @param content UTF-8 CSV with a header; read to its end and not closed
   * @return what became of it; a file that cannot be used is answered as {@link IntakeStatus#REFUSED}, not thrown
   * @throws IOException if the content cannot be read to its end; nothing is applied then
   * @throws IntakeInterrupted if an unexpected failure, such as a lost database, stopped the intake
   */
  @Transactional(propagation = Propagation.NEVER)
  public PaymentsResult apply(InputStream content) throws IOException {
    return PaymentsResult.of(files.take(content, FileKind.PAYMENTS, PaymentCounts.NONE, (file, fileId, progress) -> {
      refuseStatement(file);
      CsvFile rows = CsvFile.open(file, PaymentsFormat.LAYOUT);
      return new PaymentsPass(portfolio, batches, fileId, progress).over(rows);
    }));
  }

  private static void refuseStatement(SpooledFile file) throws IOException, FileRefused {
    if (FileStart.of(file).isStatement()) {
      throw new FileRefused(1, "unsupported-format", "Bank statements (camt, MT940) cannot be read yet, only CSV.");
    }
  }
}
