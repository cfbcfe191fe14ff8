/**
 * Which collector works which case: what collectors can do, how much time each case takes, and how both are brought
 * together. It knows facts of cases, not what is said to debtors.
 *
 * <p>May know: {@code audit}, {@code cases}, {@code gate}, {@code ledger}, {@code sql}.
 */
@NullMarked
package io.remit.division;

import org.jspecify.annotations.NullMarked;
