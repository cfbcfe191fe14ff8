/**
 * For which account money is: whether it was told before, the numbers and names in it, what is certain, what a
 * person decides, what goes back.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code ledger}, {@code outsourcing}, {@code sql},
 * {@code statement}.
 */
@NullMarked
package io.remit.payment;

import org.jspecify.annotations.NullMarked;
