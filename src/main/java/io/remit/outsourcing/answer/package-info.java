/**
 * What partners send: which cases of a batch and which changes they took, what they did, and of which cases they
 * deleted the data. Each line is checked, applied once, through the doors that the same outcome has elsewhere; what
 * cannot be applied is named with file, line, column and rule.
 *
 * <p>May know: {@code cases}, {@code contact}, {@code contact.conversation}, {@code exchange},
 * {@code exchange.openpgp}, {@code files}, {@code gate}, {@code ledger}, {@code outsourcing},
 * {@code outsourcing.change}, {@code outsourcing.deletion}, {@code partner}, {@code promise}, {@code sql}.
 */
@NullMarked
package io.remit.outsourcing.answer;

import org.jspecify.annotations.NullMarked;
