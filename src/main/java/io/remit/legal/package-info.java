/**
 * Court cases: the dossier, the filing, the result, and what the court has to be told.
 *
 * <p>May know: {@code cases}, {@code contact}, {@code contact.treatment}, {@code evidence}, {@code exchange},
 * {@code files}, {@code gate}, {@code ledger}, {@code limitation}, {@code promise}, {@code sql}.
 */
package io.remit.legal;
