/**
 * The dates that drawings wait for, the clock that can be moved, and what runs while it is.
 * Knows the capabilities and {@code process}.
 *
 * <p>May know: {@code cases}, {@code complaint}, {@code contact.dispatch}, {@code contact.notice},
 * {@code contact.treatment}, {@code division}, {@code figures}, {@code gate}, {@code hardship}, {@code hold},
 * {@code legal}, {@code legal.firm}, {@code limitation}, {@code node}, {@code offer},
 * {@code outsourcing}, {@code outsourcing.change}, {@code outsourcing.deletion}, {@code outsourcing.proposal},
 * {@code outsourcing.recall}, {@code outsourcing.report},
 * {@code partner}, {@code person}, {@code plan}, {@code process}, {@code promise}, {@code region}, {@code visit.day}.
 */
package io.remit.process.time;
