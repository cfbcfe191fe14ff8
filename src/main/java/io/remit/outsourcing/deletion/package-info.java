/**
 * Whether partners deleted what they had of cases that came back: each ended placement asks for a proof, by a day.
 *
 * <p>May know: {@code cases}, {@code outsourcing}, {@code partner}, {@code sql}.
 */
@NullMarked
package io.remit.outsourcing.deletion;

import org.jspecify.annotations.NullMarked;
