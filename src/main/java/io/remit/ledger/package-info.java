/**
 * Accounts and all that was ever booked on them; balances that follow from it by pure rules.
 *
 * <p>May know: nothing else of Remit.
 */
package io.remit.ledger;
