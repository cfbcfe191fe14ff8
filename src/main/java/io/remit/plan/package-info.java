/**
 * Plans in instalments: limits, schedule, the printed agreement, how far a plan is, and its end.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code contact}, {@code contact.conversation},
 * {@code contact.notice}, {@code contact.text}, {@code files}, {@code gate}, {@code hold}, {@code ledger},
 * {@code sql}, {@code translation}.
 */
@NullMarked
package io.remit.plan;

import org.jspecify.annotations.NullMarked;
