/**
 * What becomes of a case that came back from a partner: another partner, the court, a write-off, or the way of its
 * stage. A table says it; an officer decides where the table says so.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code ledger}, {@code limitation}, {@code outsourcing},
 * {@code partner}.
 */
@NullMarked
package io.remit.outsourcing.after;

import org.jspecify.annotations.NullMarked;
