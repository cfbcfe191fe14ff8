package io.remit.intake.delivery;

import io.remit.intake.csv.Rejection;
import java.util.List;

/**
 * What became of an arrears file. Its rows are those that opened, updated or left unchanged an account, and those
 * rejected.
 *
 * @param fileId Remit's number for the file
 * @param sha256 SHA-256 of the content, in hexadecimal
 * @param rows how many rows the file has, with the rejected ones
 * @param opened accounts that entered collection
 * @param updated accounts whose amounts, due date or debtor details changed
 * @param unchanged accounts that were known as they are
 * @param closed accounts closed because the file, said to be complete, does not list them
 * @param closingsWaiting accounts that the file does not list, too many to be closed before a person agrees
 * @param rejected the rows that were not applied, by line; of a refused file, why it cannot be used
 * @param warnings the rows that were applied although the file contradicts itself in them, by line
 */
public record ArrearsResult(long fileId, String sha256, IntakeStatus status, long rows, long opened, long updated,
    long unchanged, long closed, long closingsWaiting, List<Rejection> rejected, List<Rejection> warnings)
    implements IntakeResult {

  /** What became of a file, with the counts of its rows. */
  public static ArrearsResult of(FileOutcome<ArrearsCounts> file) {
    ArrearsCounts counts = file.counts();
    return new ArrearsResult(file.fileId(), file.sha256(), file.status(), file.rows(), counts.opened(),
        counts.updated(), counts.unchanged(), counts.closed(), counts.closingsWaiting(), file.rejected(),
        counts.warnings());
  }
}
