package io.remit.payment;

import io.remit.statement.BankTransaction;

/**
 * A movement that a bank told, under the name by which Remit knows it.
 *
 * @param reference unique for ever; the entries of the ledger that book it bear it
 */
record BankMovement(String reference, BankTransaction told) {
}
