package io.remit.cases;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One account as the creditor's arrears file tells it: one valid row.
 *
 * @param currency ISO 4217 code
 * @param outstandingAmount everything still owed, zero or more, in the currency's scale
 * @param overdueAmount the part whose due date has passed; never above the outstanding amount
 * @param oldestDueDate the oldest due date that is not paid
 */
public record AccountSnapshot(String accountNumber, String product, String currency, BigDecimal outstandingAmount,
    BigDecimal overdueAmount, LocalDate oldestDueDate, DebtorDetails debtor) {
}
