/**
 * Which partner gets which case: a pure rule, fair among partners and the same each time that it is asked.
 *
 * <p>May know: {@code files}, {@code partner}.
 */
@NullMarked
package io.remit.outsourcing.selection;

import org.jspecify.annotations.NullMarked;
