/**
 * The folders into which files are dropped.
 *
 * <p>May know: {@code files}, {@code intake}, {@code intake.delivery}.
 */
package io.remit.intake.inbox;
