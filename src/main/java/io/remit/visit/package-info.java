/**
 * Where debtors are visited, and by how many people.
 *
 * <p>May know: {@code cases}, {@code ledger}, {@code person}, {@code safety}, {@code sql}.
 */
@NullMarked
package io.remit.visit;

import org.jspecify.annotations.NullMarked;
