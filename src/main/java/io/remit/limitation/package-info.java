/**
 * From when on a debt is too old to be sued for, and what interrupted that. The periods are in a decision table.
 *
 * <p>May know: {@code cases}, {@code gate}, {@code ledger}, {@code node}, {@code sql}.
 */
@NullMarked
package io.remit.limitation;

import org.jspecify.annotations.NullMarked;
