package io.remit.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param bookedAt when it was written down here
 * @param fileId the intake file that told it, or null
 * @param line the line in that file, or null
 * @param actor the user id of who booked it, or Remit's own name; null where a file told it
 * @param reason why it was booked, or null
 * @param bookingDay when the bank or the creditor booked it; null before it is stored, where nobody told it
 * @param inBooks of what {@linkplain Type#isOwn only Remit knew}: what the creditor's books show of it
 */
public record LedgerEntry(long entryId, String accountNumber, Type type, @Nullable String reference,
    @Nullable String reverses, BigDecimal amount, @Nullable BigDecimal overdueAmount, String currency,
    LocalDate valueDate, Instant bookedAt, @Nullable Long fileId, @Nullable Long line, @Nullable String actor,
    @Nullable String reason, @Nullable BookingDay bookingDay, InBooks inBooks) {

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

    /** By how much an entry of this type and amount changes what is owed. */
    public BigDecimal effectOf(BigDecimal amount) {
      return switch (this) {
        case SNAPSHOT -> amount.subtract(amount);
        case PAYMENT, WAIVER, WRITE_OFF -> amount.negate();
        case REVERSAL, CHARGEBACK, FEE, INTEREST, CORRECTION -> amount;
      };
    }

    /** Whether only Remit knows of an entry of this type, until the creditor has acknowledged it. */
    public boolean isOwn() {
      return this == FEE || this == INTEREST || this == WAIVER || this == WRITE_OFF || this == CORRECTION;
    }

    /** Whether an entry of this type takes a payment back. */
    public boolean undoesPayment() {
      return this == REVERSAL || this == CHARGEBACK;
    }
  }

  /** The reference of anything but a snapshot: each has one. */
  public String ownReference() {
    return Objects.requireNonNull(reference, "only a snapshot has no reference");
  }

  /** The reference of the payment that a reversal or chargeback undoes: each names one. */
  String undonePayment() {
    return Objects.requireNonNull(reverses, "only a reversal or a chargeback undoes a payment");
  }

  /** When the bank or the creditor booked an entry that is stored: each of those has such a day. */
  public BookingDay storedBookingDay() {
    return Objects.requireNonNull(bookingDay, "an entry is stored with its booking day");
  }

  LedgerEntry bookedOn(BookingDay day) {
    return new LedgerEntry(entryId, accountNumber, type, reference, reverses, amount, overdueAmount, currency,
        valueDate, bookedAt, fileId, line, actor, reason, day, inBooks);
  }

  /** A creditor's statement of an account, at the moment at which it is written down. */
  static LedgerEntry snapshot(Account account, Instant bookedAt, long fileId) {
    Statement statement = account.statement();
    return new LedgerEntry(0, account.accountNumber(), Type.SNAPSHOT, null, null, statement.outstanding(),
        statement.overdue(), account.currency(), statement.asOf(), bookedAt, fileId, null, null, null,
        new BookingDay(statement.takenOn(), true), InBooks.UNKNOWN);
  }

  /** What a file tells, at the moment at which it is written down. */
  static LedgerEntry of(PaymentOrder order, Instant bookedAt) {
    return new LedgerEntry(0, order.accountNumber(), Type.valueOf(order.type().name()), order.reference(),
        order.reverses(), order.amount(), null, order.currency(), order.valueDate(), bookedAt, order.fileId(),
        order.line(), null, null, order.bookingDate() == null ? null : new BookingDay(order.bookingDate(), true),
        InBooks.UNKNOWN);
  }

  /**
   * The day on which the debtor paid: a payment counts from its value date, or from the day on which it was booked if
   * that is earlier. Who paid on a Friday did not pay on the Monday on which the bank values it.
   */
  public LocalDate paidOn() {
    return bookingDay != null && bookingDay.day().isBefore(valueDate) ? bookingDay.day() : valueDate;
  }

  /**
   * By how much the entry changes what is owed, in its currency: above zero the debtor owes more (reversal, chargeback,
   * fee, interest), below zero less (payment, waiver, write-off), of a correction the amount with its own sign. A
   * snapshot does not change what is owed but states it, so zero.
   */
  public BigDecimal effect() {
    return type.effectOf(amount);
  }
}
