/**
 * Law firms for suits: which suits a case by field of law and place, what it gets, sealed, and what it is told of a
 * suit since.
 *
 * <p>May know: {@code cases}, {@code contact.text}, {@code exchange}, {@code exchange.openpgp}, {@code files},
 * {@code gate}, {@code ledger}, {@code outsourcing.selection}, {@code partner}, {@code sql}.
 */
@NullMarked
package io.remit.legal.firm;

import org.jspecify.annotations.NullMarked;
