package io.remit.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the append-only ledger.
 *
 * @param entryId rises with the order of booking; 0 before it is stored
 * @param reference a payment's or reversal's own reference; null for a snapshot
 * @param reverses what a reversal undoes
 * @param amount of a payment or reversal above zero; of a snapshot what is outstanding
 * @param overdueAmount of a snapshot what is overdue, else null
 * @param fileId the intake file that told it
 * @param line the line in that file, or null
 */
public record LedgerEntry(long entryId, String accountNumber, Type type, String reference, String reverses,
    BigDecimal amount, BigDecimal overdueAmount, String currency, LocalDate valueDate, Instant bookedAt, Long fileId,
    Long line) {

  /** What an entry says. */
  public enum Type {
    /** The creditor's own statement of what is owed; replaces what was computed before. */
    SNAPSHOT,
    PAYMENT,
    REVERSAL
  }
}
