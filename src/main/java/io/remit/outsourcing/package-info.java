/**
 * Placements with partners: who suits, the hand-over file, the return, and what a partner has to be told.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code contact}, {@code contact.conversation},
 * {@code contact.treatment}, {@code files}, {@code gate}, {@code ledger}, {@code outside}, {@code partner},
 * {@code promise}, {@code sql}.
 */
@NullMarked
package io.remit.outsourcing;

import org.jspecify.annotations.NullMarked;
