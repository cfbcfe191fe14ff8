package io.remit.outsourcing;

import io.remit.partner.CommissionSchedule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A case, what it comes to, and what a partner keeps of it.
 *
 * @param currency ISO 4217, of the amounts
 * @param commissionPercent what the partner keeps of what comes in; null if nothing was agreed for such debts
 */
public record CaseTerms(String caseNumber, String currency, BigDecimal outstanding, BigDecimal overdue,
    long daysPastDue, @Nullable BigDecimal commissionPercent) {

  /** What the partner keeps if everything that is overdue comes in; null if nothing was agreed for such debts. */
  public @Nullable BigDecimal mostCommission() {
    return commissionPercent == null ? null : CommissionSchedule.of(currency, overdue, commissionPercent);
  }
}
