/**
 * Bank statements as banks send them, in camt and MT940: read as streams, checked by their sums, told as movements.
 *
 * <p>May know: {@code card}, {@code files}, {@code ledger}.
 */
@NullMarked
package io.remit.statement;

import org.jspecify.annotations.NullMarked;
