/**
 * What partners are told of cases that they have: each look compares what is known now with what the partner was told
 * last, and what differs goes in a sealed file of changes that the partner acknowledges.
 *
 * <p>May know: {@code cases}, {@code exchange}, {@code exchange.openpgp}, {@code files},
 * {@code gate}, {@code hold}, {@code ledger}, {@code outsourcing}, {@code partner}, {@code person}, {@code region},
 * {@code safety}, {@code sql}.
 */
@NullMarked
package io.remit.outsourcing.change;

import org.jspecify.annotations.NullMarked;
