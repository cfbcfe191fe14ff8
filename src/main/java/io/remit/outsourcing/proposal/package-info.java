/**
 * The batch of a day: what is proposed for a partner together, so that an officer approves it with one look at its sums
 * and its list.
 *
 * <p>May know: {@code cases}, {@code outsourcing}, {@code outsourcing.selection}, {@code partner}, {@code sql}.
 */
@NullMarked
package io.remit.outsourcing.proposal;

import org.jspecify.annotations.NullMarked;
