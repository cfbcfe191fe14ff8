package io.remit.intake.delivery;

import io.remit.intake.csv.Rejection;
import java.util.List;

/**
 * What became of a file in which the creditor acknowledges what Remit booked itself.
 *
 * @param fileId Remit's number for the file
 * @param sha256 SHA-256 of the content, in hexadecimal
 * @param rows how many rows the file has, with the rejected ones
 * @param acknowledged how many rows were taken
 * @param rejected the rows that were not, by line; of a refused file, why it cannot be used
 */
public record AcknowledgementsResult(long fileId, String sha256, IntakeStatus status, long rows, long acknowledged,
    List<Rejection> rejected) implements IntakeResult {

  /** What is counted. */
  public record Counts(long acknowledged) {

    /** Before anything is taken. */
    public static final Counts NONE = new Counts(0);
  }

  /** What became of a file, with the counts of its rows. */
  public static AcknowledgementsResult of(FileOutcome<Counts> file) {
    return new AcknowledgementsResult(file.fileId(), file.sha256(), file.status(), file.rows(),
        file.counts().acknowledged(), file.rejected());
  }
}
