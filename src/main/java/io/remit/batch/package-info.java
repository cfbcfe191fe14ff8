/**
 * Orders for many cases at once: which cases, what is refused and why, the work on each case, and the report. The
 * engine's job comes by a port.
 *
 * <p>May know: {@code cases}, {@code division}, {@code files}, {@code hold}, {@code ledger}, {@code limitation},
 * {@code outsourcing}, {@code outsourcing.recall}, {@code sql}, {@code translation}.
 */
@NullMarked
package io.remit.batch;

import org.jspecify.annotations.NullMarked;
