package io.remit.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

/** An invented account, as the arrears file tells of it. */
record DemoAccount(String number, String product, String currency, BigDecimal outstandingAmount,
    BigDecimal overdueAmount, BigDecimal nextDueAmount, LocalDate oldestDueDate, DemoDebtor debtor) {
}
