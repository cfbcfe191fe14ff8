package io.remit.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One account as the creditor's arrears file tells it: one valid row.
 *
 * @param currency ISO 4217 code
 * @param outstandingAmount everything still owed, in the currency's scale; below zero if the debtor is in credit
 * @param overdueAmount the part whose due date has passed, never above what is owed; null if the file does not say
 * @param nextDueAmount the part that falls due on the due date, where that lies ahead; null if the file does not say
 * @param oldestDueDate the oldest due date that is not paid
 * @param asOf the last day, in the creditor's zone, whose bookings the figures contain whole; null if nobody said
 */
public record AccountSnapshot(String accountNumber, String product, String currency, BigDecimal outstandingAmount,
    @Nullable BigDecimal overdueAmount, @Nullable BigDecimal nextDueAmount, LocalDate oldestDueDate,
    @Nullable LocalDate asOf, DebtorDetails debtor) {
}
