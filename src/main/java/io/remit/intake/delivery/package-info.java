/**
 * What is the same for every delivered file: recognised by its content, taken by one node at a time, applied once,
 * its end noted.
 *
 * <p>May know: {@code cases}, {@code files}, {@code intake.csv}, {@code ledger}, {@code sql}.
 */
@NullMarked
package io.remit.intake.delivery;

import org.jspecify.annotations.NullMarked;
