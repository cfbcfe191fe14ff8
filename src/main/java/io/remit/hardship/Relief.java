package io.remit.hardship;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was granted to a debtor in hardship.
 *
 * @param until the day on which it is reviewed, and ends unless it is prolonged; null if it has no end
 * @param accountNumber of a waiver, else null
 * @param amount of a waiver, in the account's currency; else null
 * @param grantedBy user id
 * @param endedAt null while it runs
 */
public record Relief(long reliefId, long holdId, String caseNumber, Kind kind, @Nullable LocalDate until,
    @Nullable String accountNumber, @Nullable BigDecimal amount, Instant grantedAt, String grantedBy,
    @Nullable Instant endedAt) {

  /** The kinds of relief. */
  public enum Kind {
    /** Collection stays paused until a day, and the case does not grow older. */
    POSTPONEMENT,
    /** A plan of instalments that he can pay is proposed. */
    LOWER_INSTALMENTS,
    /** Collection goes on, without interest. */
    INTEREST_STOP,
    /** A part of the debt need not be paid. */
    PART_WAIVER;

    /** Whether it runs until a day. */
    boolean hasEnd() {
      return this == POSTPONEMENT || this == INTEREST_STOP;
    }

    /** Whether evidence must have been accepted first. */
    boolean needsEvidence() {
      return this != LOWER_INSTALMENTS;
    }
  }
}
