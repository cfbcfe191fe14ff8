/**
 * The folders into which files are dropped.
 *
 * <p>May know: {@code files}, {@code intake}, {@code intake.delivery}.
 */
@NullMarked
package io.remit.intake.inbox;

import org.jspecify.annotations.NullMarked;
