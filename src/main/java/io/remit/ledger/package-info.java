/**
 * Accounts and all that was ever booked on them; balances that follow from it by pure rules.
 *
 * <p>May know: {@code sql}.
 */
package io.remit.ledger;
