/**
 * Placements with partners: who suits, the sealed batch of each day with its mandate, the return, and what a partner
 * has to be told.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code complaint}, {@code contact},
 * {@code contact.conversation}, {@code contact.text}, {@code contact.treatment}, {@code exchange},
 * {@code exchange.openpgp}, {@code files}, {@code gate},
 * {@code hold}, {@code ledger}, {@code outside}, {@code outsourcing.selection}, {@code partner}, {@code promise},
 * {@code sql}.
 */
@NullMarked
package io.remit.outsourcing;

import org.jspecify.annotations.NullMarked;
