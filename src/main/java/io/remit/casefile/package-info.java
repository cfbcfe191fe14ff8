/**
 * A case as REST and the forms show it, and the ways in to it over REST. Puts together what the capabilities know;
 * decides nothing.
 *
 * <p>May know: {@code approval}, {@code books}, {@code cases}, {@code complaint}, {@code contact},
 * {@code contact.conversation}, {@code contact.dispatch}, {@code contact.text}, {@code contact.treatment},
 * {@code eventlog}, {@code evidence}, {@code files}, {@code gate}, {@code hardship}, {@code hold}, {@code intake},
 * {@code ledger}, {@code legal}, {@code legal.firm}, {@code limitation}, {@code offer}, {@code outside},
 * {@code outsourcing}, {@code outsourcing.proposal}, {@code outsourcing.recall}, {@code outsourcing.selection},
 * {@code partner}, {@code payment}, {@code person}, {@code plan}, {@code privacy}, {@code promise}, {@code region},
 * {@code safety}, {@code sql}, {@code statement}, {@code translation}, {@code visit}.
 */
@NullMarked
package io.remit.casefile;

import org.jspecify.annotations.NullMarked;
