package io.remit.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the append-only ledger. It comes from a line of a file, or an actor booked it and said why.
 *
 * @param entryId rises with the order of booking; 0 before it is stored
 * @param reference the entry's own, unique for ever; null for a snapshot
 * @param reverses the reference of the payment that a reversal or chargeback undoes, else null
 * @param amount above zero; of a snapshot what is outstanding (zero is possible, too); of a correction, and of nothing
 *     else, it has a sign: above zero raises what is owed, below zero lowers it
 * @param overdueAmount of a snapshot what is overdue, else null
 * @param currency ISO 4217 code of the amounts
 * @param valueDate the day from which it counts, in the creditor's zone
 * @param bookedAt when it was written down here: the booking date
 * @param fileId the intake file that told it, or null
 * @param line the line in that file, or null
 * @param actor the user id of who booked it, or Remit's own name; null where a file told it
 * @param reason why it was booked, or null
 */
public record LedgerEntry(long entryId, String accountNumber, Type type, String reference, String reverses,
    BigDecimal amount, BigDecimal overdueAmount, String currency, LocalDate valueDate, Instant bookedAt, Long fileId,
    Long line, String actor, String reason) {

  /** What an entry says. */
  public enum Type {
    /** The creditor's own statement of what is owed; replaces what was computed before. */
    SNAPSHOT,
    PAYMENT,
    /** The payer, or whoever wrote the payment down, takes it back: the whole of it. */
    REVERSAL,
    /** The bank takes a payment back, such as a direct debit that was returned: the whole of it. */
    CHARGEBACK,
    /** A fee that the debtor owes beside the debt. */
    FEE,
    /** Interest that the debtor owes beside the debt. */
    INTEREST,
    /** A part that the debtor need not pay: of fees, interest or principal, in the order of allocation. */
    WAIVER,
    /** A part that the creditor gave up. */
    WRITE_OFF,
    /** Puts right what was wrong, either way. */
    CORRECTION;

    /** Whether an entry of this type takes a payment back. */
    public boolean undoesPayment() {
      return this == REVERSAL || this == CHARGEBACK;
    }
  }

  /** What a file tells, at the moment at which it is booked. */
  static LedgerEntry of(PaymentOrder order, Instant bookedAt) {
    return new LedgerEntry(0, order.accountNumber(), Type.valueOf(order.type().name()), order.reference(),
        order.reverses(), order.amount(), null, order.currency(), order.valueDate(), bookedAt, order.fileId(),
        order.line(), null, null);
  }

  /**
   * By how much the entry changes what is owed, in its currency: above zero the debtor owes more (reversal, chargeback,
   * fee, interest), below zero less (payment, waiver, write-off), of a correction the amount with its own sign. A
   * snapshot does not change what is owed but states it, so zero.
   */
  public BigDecimal effect() {
    return switch (type) {
      case SNAPSHOT -> amount.subtract(amount);
      case PAYMENT, WAIVER, WRITE_OFF -> amount.negate();
      case REVERSAL, CHARGEBACK, FEE, INTEREST, CORRECTION -> amount;
    };
  }
}
