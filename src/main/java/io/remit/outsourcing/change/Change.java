package io.remit.outsourcing.change;

import io.remit.cases.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing about a placed case that is otherwise than its partner was told.
 *
 * @param fact what it is about, such as {@code DATA:PHONE}; of one fact the newest change counts
 * @param told what the partner knows of the fact by this change
 * @param urgent whether it goes within minutes: what stops contact or ends the placement
 */
record Change(Kind kind, Fact fact, String told, boolean urgent, Cells cells) {

  /** What a partner can be told. The names are in files: one may come, none is renamed. */
  enum Kind {
    /** Money came in. */
    PAYMENT,
    /** A payment was taken back, by the payer or the bank. */
    PAYMENT_TAKEN_BACK,
    /** Another amount is owed than the partner was told, for another reason than a payment. */
    OWED,
    /** No contact, by one channel or by any. Why is not told. */
    DO_NOT_CONTACT,
    /** What {@link #DO_NOT_CONTACT} said is over. */
    MAY_CONTACT,
    /** The hours in which alone, or in which not, the debtor wants to be contacted. */
    HOURS,
    /** Another name, number or address; or none that may be used. */
    DATA,
    /** The partner does not have the case any more. */
    ENDED;

    static final Set<String> WORDS = Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What stands in the line beside the kind; null where it does not apply.
   *
   * @param bookedOn when a payment was booked
   * @param amount of a payment, above zero
   * @param currency ISO 4217, of all amounts
   * @param outstanding what is owed now; null also if the partner may not be told
   * @param overdue what is overdue now; null also if the partner may not be told
   * @param channel null for all channels
   * @param until the first day on which it is over by itself
   * @param field the name of a data field, {@code ONLY} or {@code NOT} of hours
   * @param value empty if there is none any more
   */
  record Cells(@Nullable LocalDate bookedOn, @Nullable BigDecimal amount, @Nullable String currency,
      @Nullable BigDecimal outstanding, @Nullable BigDecimal overdue, @Nullable Channel channel,
      @Nullable LocalDate until, @Nullable String field, @Nullable String value) {

    static final Cells NONE = new Cells(null, null, null, null, null, null, null, null, null);

    static Cells owed(Owed owed) {
      return new Cells(null, null, owed.currency(), owed.outstanding(), owed.overdue(), null, null, null, null);
    }

    static Cells booked(LocalDate on, BigDecimal amount, Owed owed) {
      return new Cells(on, amount, owed.currency(), owed.outstanding(), owed.overdue(), null, null, null, null);
    }

    static Cells contact(@Nullable Channel channel, @Nullable LocalDate until) {
      return new Cells(null, null, null, null, null, channel, until, null, null);
    }

    static Cells field(String name, String value) {
      return new Cells(null, null, null, null, null, null, null, name, value);
    }
  }
}
