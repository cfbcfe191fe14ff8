package io.remit.outsourcing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The cases that a partner gets in one file.
 *
 * @param day the business date on which it was put together
 * @param number of the partner's batches of this day, from 1; a second one is for what was approved after the first
 * @param keyFingerprint of the partner's confirmed key, for which it is sealed
 * @param termEnds the last day on which the partner has these cases
 * @param deliveredAt null until the file arrived
 */
public record PlacementBatch(long batchId, String partnerId, LocalDate day, int number, String keyFingerprint,
    LocalDate termEnds, @Nullable Instant deliveredAt) {

  /** What it is called, to the partner too, such as {@code agency1-20260302-1}. */
  public String reference() {
    return partnerId + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + number;
  }

  /**
   * A case in it.
   *
   * @param terms when the batch was put together
   */
  public record Line(long placementId, CaseTerms terms) {

    /** The number of the case. */
    public String caseNumber() {
      return terms.caseNumber();
    }
  }
}
