/**
 * The gate that every contact asks: hours, places, caps, wishes and bars. {@link io.remit.gate.GateRules} is the
 * pure rule; {@link io.remit.gate.ContactGate} reads what it asks, and gives turns.
 *
 * <p>May know: {@code cases}, {@code ledger}, {@code person}, {@code promise}, {@code region},
 * {@code safety}, {@code sql}.
 */
@NullMarked
package io.remit.gate;

import org.jspecify.annotations.NullMarked;
