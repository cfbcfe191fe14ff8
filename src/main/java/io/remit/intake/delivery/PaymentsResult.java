package io.remit.intake.delivery;

import io.remit.intake.csv.Rejection;
import java.util.List;
import java.util.Map;

/**
 * What became of a payments file. Its rows are those that were posted, duplicates, unmatched, left and rejected
 * together.
 *
 * @param fileId Remit's number for the file
 * @param sha256 SHA-256 of the content, in hexadecimal
 * @param rows how many rows the file has, with the rejected ones; of a bank statement all its movements, also those
 *     that are no debtor's payments
 * @param posted payments and reversals that went into the ledger and count
 * @param duplicates payments and reversals that were posted before
 * @param unmatched payments and reversals kept until their account or payment is known: those of a CSV file by their
 *     numbers, those of a bank statement by a person, who has a task for each
 * @param left movements of a bank statement that are nobody's payment, by reason; each is also among the rows
 * @param rejected the rows that were not applied, by line; of a refused file, why it cannot be used
 */
public record PaymentsResult(long fileId, String sha256, IntakeStatus status, long rows, long posted, long duplicates,
    long unmatched, Map<String, Long> left, List<Rejection> rejected) implements IntakeResult {

  /** What became of a file, with the counts of its rows. */
  public static PaymentsResult of(FileOutcome<PaymentCounts> file) {
    PaymentCounts counts = file.counts();
    return new PaymentsResult(file.fileId(), file.sha256(), file.status(), file.rows(), counts.posted(),
        counts.duplicates(), counts.unmatched(), counts.left(), file.rejected());
  }
}
