/**
 * Open cases follow their model: what would move and what would not, the work on each case, and the report. What the
 * engine does comes by a port.
 *
 * <p>May know: {@code cases}, {@code files}, {@code model}, {@code release}, {@code sql}, {@code translation}.
 */
@NullMarked
package io.remit.release.migration;

import org.jspecify.annotations.NullMarked;
