package io.remit.intake.delivery;

import io.remit.intake.csv.Rejection;
import java.util.List;

/** What became of a delivered file, whatever its kind. */
public sealed interface IntakeResult permits ArrearsResult, PaymentsResult, AcknowledgementsResult {

  /** Remit's number for the file; the same content keeps its number. */
  long fileId();

  /** SHA-256 of the content, in hexadecimal: a file is recognised by it, not by its name. */
  String sha256();

  /** Whether the file was applied. */
  IntakeStatus status();

  /** How many rows the file has, with the rejected ones, without the header and blank lines. */
  long rows();

  /** The rows that were not applied, by line; of a refused file, why it cannot be used. */
  List<Rejection> rejected();
}
