package io.remit.intake;

import io.remit.cases.PortfolioIntake;
import io.remit.files.FileStart;
import io.remit.files.FileStart.StatementFormat;
import io.remit.intake.csv.CsvFile;
import io.remit.intake.csv.FileRefused;
import io.remit.intake.csv.SpooledFile;
import io.remit.intake.delivery.FileIntake;
import io.remit.intake.delivery.FileKind;
import io.remit.intake.delivery.FilePass;
import io.remit.intake.delivery.IntakeInterrupted;
import io.remit.intake.delivery.IntakeStatus;
import io.remit.intake.delivery.PaymentCounts;
import io.remit.intake.delivery.PaymentsResult;
import io.remit.intake.delivery.Progress;
import io.remit.intake.delivery.SplitBatches;
import io.remit.ledger.PaymentOrder;
import io.remit.payment.BankPayments;
import io.remit.payment.PaymentPosting;
import io.remit.payment.StatementPart;
import io.remit.statement.BankStatements;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in payments files: what debtors paid, and payments taken back. */
@Component
public class PaymentsIntake {

  private final FileIntake files;
  private final PaymentPosting posting;
  private final BankStatements statements;
  private final BankPayments bankPayments;
  private final PortfolioIntake portfolio;
  private final SplitBatches batches;

  PaymentsIntake(FileIntake files, PaymentPosting posting, BankStatements statements, BankPayments bankPayments,
      PortfolioIntake portfolio, SplitBatches batches) {
    this.files = files;
    this.posting = posting;
    this.statements = statements;
    this.bankPayments = bankPayments;
    this.portfolio = portfolio;
    this.batches = batches;
  }

  /**
   * Applies a payments file, row by row as it is read; a bank statement only after it was read wholly and its sums are
   * right. Content that was applied before is recognised and changes nothing. While another file is applied, the call
   * waits. It may not be called in a transaction: it makes many of its own.
   *
   * @param content UTF-8 CSV with a header, camt.052, camt.053, camt.054, MT940 or a ZIP archive of statements, told
   *     apart by how it begins; read to its end and not closed
   * @return what became of it; a file that cannot be used is answered as {@link IntakeStatus#REFUSED}, not thrown
   * @throws IOException if the content cannot be read to its end; nothing is applied then
   * @throws IntakeInterrupted if an unexpected failure, such as a lost database, stopped the intake
   */
  @Transactional(propagation = Propagation.NEVER)
  public PaymentsResult apply(InputStream content) throws IOException {
    return apply(content, null);
  }

  /**
   * The same for a file that somebody sent, who does not find out for which accounts its payments are.
   *
   * @param deliveredBy user id
   */
  @Transactional(propagation = Propagation.NEVER)
  public PaymentsResult apply(InputStream content, @Nullable String deliveredBy) throws IOException {
    return PaymentsResult.of(files.take(content, FileKind.PAYMENTS, deliveredBy, PaymentCounts.NONE, this::pass));
  }

  private FilePass.Applied<PaymentCounts> pass(SpooledFile file, long fileId, Progress progress)
      throws IOException, FileRefused {
    FileStart start = file.start();
    if (start.statementFormat() != StatementFormat.NONE) {
      long run = portfolio.nextRun();
      PostingBatches<StatementPart> payments =
          new PostingBatches<>(batches, parts -> bankPayments.take(fileId, run, parts), StatementPart::line);
      return new StatementPass(statements, payments, progress).over(file);
    }
    if (!PaymentsFormat.LAYOUT.isNamedIn(start.firstLine())) {
      throw new FileRefused(1, "unknown-format", "The file is neither a bank statement (camt.052, camt.053, camt.054,"
          + " MT940, or a ZIP of these) nor a CSV file whose first line names the columns of payments.");
    }
    PostingBatches<PaymentOrder> orders = new PostingBatches<>(batches, posting::post, PaymentOrder::line);
    return new PaymentsPass(orders, fileId, progress).over(CsvFile.open(file, PaymentsFormat.LAYOUT));
  }
}
