/**
 * Whom a field agent visits on a day, in which order: by area, at most a set number, in the hours that the gate allows.
 *
 * <p>May know: {@code audit}, {@code cases}, {@code files}, {@code gate}, {@code ledger}, {@code safety}, {@code sql},
 * {@code visit}, {@code visit.tour}.
 */
@NullMarked
package io.remit.visit.day;

import org.jspecify.annotations.NullMarked;
