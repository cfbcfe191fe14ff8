/**
 * Accounts and all that was ever booked on them; balances that follow from it by pure rules.
 *
 * <p>May know: {@code sql}.
 */
@NullMarked
package io.remit.ledger;

import org.jspecify.annotations.NullMarked;
