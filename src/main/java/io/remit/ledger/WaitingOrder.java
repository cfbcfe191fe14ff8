package io.remit.ledger;

import io.remit.ledger.LedgerEntry.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order of a payments file that does not count yet: it waits for something that may never come.
 *
 * @param why what it waits for, or what speaks against it by now
 * @param deliveredBy user id of who sent its file, or null
 */
public record WaitingOrder(long entryId, String reference, String accountNumber, Type type, BigDecimal amount,
    String currency, LocalDate valueDate, @Nullable String reverses, Why why, Instant since, @Nullable Long fileId,
    @Nullable Long line, @Nullable String deliveredBy) {

  /** Why an order does not count. */
  public enum Why {
    /** No file has told of its account. */
    UNKNOWN_ACCOUNT,
    /** Its account came, and is kept in another currency. It will not count. */
    OTHER_CURRENCY,
    /** What it undoes is not known. */
    UNKNOWN_PAYMENT,
    /** What it undoes came, and is no payment of its account, amount and currency. It will not count. */
    OTHER_PAYMENT
  }
}
