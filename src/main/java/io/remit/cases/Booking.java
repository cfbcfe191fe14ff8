package io.remit.cases;

import io.remit.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a model books on one account.
 *
 * @param reference the booking's own, unique for ever: booked again, it changes nothing
 * @param type anything but a snapshot
 * @param amount in the account's currency; above zero, of a correction with the sign of {@link LedgerEntry#effect()}
 * @param valueDate the day from which it counts, in the creditor's zone
 * @param reverses the reference of the payment that a reversal or chargeback undoes; else null
 * @param actor user id, or {@link Timeline#SYSTEM}
 * @param reason why, for the ledger and the timeline; up to 500 characters
 */
public record Booking(String reference, String accountNumber, LedgerEntry.Type type, BigDecimal amount,
    LocalDate valueDate, @Nullable String reverses, String actor, String reason) {
}
