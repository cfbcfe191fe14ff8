package io.remit.cases;

import io.remit.ledger.Account;
import io.remit.ledger.DifferingBooking;

/**
 * A statement of the creditor's contradicts what is known of something that Remit booked itself. Who listens does so in
 * the same transaction, and before the account's case follows.
 *
 * @param account as the statement left it
 */
public record StatementContradicted(Account account, DifferingBooking booking) {
}
