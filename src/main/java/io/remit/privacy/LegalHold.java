package io.remit.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a debtor's data is needed as it is, such as for a suit about it: while it is on, nothing of it is erased.
 *
 * @param lifted when and by whom it was lifted; null while it is on
 */
public record LegalHold(long legalHoldId, @Nullable String reason, String setBy, Instant setAt,
    @Nullable Lifted lifted) {

  /** The end of a hold. */
  public record Lifted(@Nullable String reason, String by, Instant at) {
  }

  /** Whether it is on. */
  public boolean isOn() {
    return lifted == null;
  }
}
