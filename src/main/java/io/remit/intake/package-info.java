/**
 * Files of creditors and banks: what each kind means for accounts, cases and payments. Rooms read, deliver and
 * fetch them.
 *
 * <p>May know: {@code approval}, {@code books}, {@code cases}, {@code files}, {@code intake.csv},
 * {@code intake.delivery}, {@code ledger}, {@code payment}, {@code sql}, {@code statement}.
 */
@NullMarked
package io.remit.intake;

import org.jspecify.annotations.NullMarked;
