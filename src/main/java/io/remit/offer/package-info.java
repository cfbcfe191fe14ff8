/**
 * Offers to settle for less, and waivers: their limits, approval, what binds us, and what is waived when it was
 * paid.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code contact}, {@code contact.notice}, {@code contact.text},
 * {@code hold}, {@code ledger}, {@code plan}, {@code sql}.
 */
@NullMarked
package io.remit.offer;

import org.jspecify.annotations.NullMarked;
