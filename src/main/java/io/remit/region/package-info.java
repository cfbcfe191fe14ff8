/**
 * Rules that hold for a region until their last day, such as a stop of collection after a disaster.
 *
 * <p>May know: {@code cases}, {@code hold}, {@code sql}.
 */
@NullMarked
package io.remit.region;

import org.jspecify.annotations.NullMarked;
