/**
 * The decision tables that code asks: what each is given and what is taken of its rows, behind the policies of the
 * capabilities. Knows the capabilities, and no other room.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code complaint}, {@code division}, {@code evidence},
 * {@code figures}, {@code gate}, {@code hardship}, {@code hold}, {@code intake}, {@code ledger}, {@code legal},
 * {@code legal.firm}, {@code limitation}, {@code model}, {@code offer}, {@code outsourcing}, {@code outsourcing.after},
 * {@code outsourcing.recall}, {@code outsourcing.report}, {@code partner}, {@code plan}, {@code privacy},
 * {@code promise},
 * {@code visit}.
 */
package io.remit.process.decision;
