/**
 * What is held of debtors: one inventory of all tables and columns says what a debtor gets to see, what erasure does
 * and how long it is kept. It reads and erases rows of every table; what they mean, their own packages know.
 *
 * <p>May know: {@code approval}, {@code audit.seal}, {@code cases}, {@code files}, {@code node}, {@code sql},
 * {@code translation}.
 */
@NullMarked
package io.remit.privacy;

import org.jspecify.annotations.NullMarked;
