/**
 * Reading CSV row by row, whatever is wrong in it: rows, fields and their formats. Knows no account and no case.
 *
 * <p>May know: {@code card}, {@code files}, {@code ledger}.
 */
@NullMarked
package io.remit.intake.csv;

import org.jspecify.annotations.NullMarked;
