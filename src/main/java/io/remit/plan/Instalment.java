package io.remit.plan;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One instalment of a plan.
 *
 * @param number from 1
 * @param dueOn the day by which it is to be paid, in the creditor's zone
 * @param amount in the plan's currency
 */
public record Instalment(int number, LocalDate dueOn, BigDecimal amount) {
}
