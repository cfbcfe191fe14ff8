/**
 * A snapshot of each day, and the figures over time that are computed from snapshots. It reads; nothing that runs
 * depends on it.
 *
 * <p>May know: {@code cases}, {@code files}, {@code ledger}, {@code node}, {@code partner}, {@code sql}.
 */
@NullMarked
package io.remit.figures;

import org.jspecify.annotations.NullMarked;
