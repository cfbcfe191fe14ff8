/**
 * Court cases: which are eligible, the review, the dossier, each step before the court with its costs, and what the
 * court has to be told.
 *
 * <p>May know: {@code cases}, {@code contact}, {@code contact.treatment}, {@code evidence}, {@code exchange},
 * {@code files}, {@code gate}, {@code hold}, {@code ledger}, {@code legal.firm}, {@code limitation}, {@code outside},
 * {@code partner}, {@code promise}, {@code sql}.
 */
@NullMarked
package io.remit.legal;

import org.jspecify.annotations.NullMarked;
