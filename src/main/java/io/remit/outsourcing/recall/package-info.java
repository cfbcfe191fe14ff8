/**
 * Recalls: each night a table is asked of every case that a partner has, and a breach can end the mandate for all cases
 * of a partner, when another person approves it.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code ledger}, {@code outside}, {@code outsourcing}, {@code partner},
 * {@code sql}.
 */
@NullMarked
package io.remit.outsourcing.recall;

import org.jspecify.annotations.NullMarked;
