package io.remit.outsourcing.change;

import io.remit.outsourcing.change.Change.Cells;
import io.remit.outsourcing.change.Change.Kind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file of changes for a partner.
 *
 * @param reference what it is called, to the partner too, such as {@code agency1-20260302-c1}
 * @param day the business date on which it was put together
 * @param keyFingerprint of the partner's confirmed key by then
 * @param deliveredAt null until it arrived
 * @param acknowledgedAt when the partner last said which lines it took; null if it did not yet
 */
record ChangeFile(long changeFileId, String partnerId, String reference, LocalDate day, String keyFingerprint,
    Instant composedAt, @Nullable Instant deliveredAt, @Nullable Instant acknowledgedAt) {

  /**
   * A line of it.
   *
   * @param number of all lines that the partner ever gets, from 1
   * @param taken whether the partner took it; null if it did not say
   */
  record Line(long number, long placementId, String caseNumber, Kind kind, Cells cells, @Nullable Boolean taken) {

    /** Whether it tells something of the debtor, and not only that something may not be used. */
    boolean tellsData() {
      String value = cells.value();
      return kind == Kind.DATA && value != null && !value.isEmpty();
    }
  }
}
