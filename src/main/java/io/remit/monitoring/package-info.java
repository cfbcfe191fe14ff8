/**
 * The portfolio as it is now, as samples for operators. It reads; nothing depends on it.
 *
 * <p>May know: {@code audit.seal}, {@code cases}, {@code ledger}, {@code sql}.
 */
@NullMarked
package io.remit.monitoring;

import org.jspecify.annotations.NullMarked;
