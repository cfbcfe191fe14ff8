package io.remit.outsourcing.recall;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case that a partner has.
 *
 * @param toldAt when the partner last told of it; null if it never did
 * @param currency ISO 4217, of the amounts
 * @param handedOver what was owed then; null if that is not known
 * @param owed what is owed now
 */
record WithPartner(String caseNumber, String partnerId, Instant placedAt, @Nullable Instant toldAt, LocalDate dueSince,
    String currency, @Nullable BigDecimal handedOver, BigDecimal owed) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** In percent, rounded down, how much less is owed than when it was handed over; 0 if it is more. */
  int paidShare() {
    if (handedOver == null || handedOver.signum() <= 0) {
      return 0;
    }
    return Math.max(0, handedOver.subtract(owed).multiply(HUNDRED).divideToIntegralValue(handedOver).intValue());
  }
}
