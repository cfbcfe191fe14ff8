/**
 * What the drawings do: a class for each of them, in its order, with a sentence for each step; and what their gateways
 * ask. A step reads what it is about, calls one use case, and returns. Knows the capabilities, {@code task} and
 * {@code decision}.
 *
 * <p>May know: {@code approval}, {@code books}, {@code cases}, {@code complaint}, {@code contact},
 * {@code contact.conversation}, {@code contact.dispatch}, {@code contact.notice}, {@code contact.treatment},
 * {@code dispute}, {@code division}, {@code eventlog}, {@code hardship}, {@code hold}, {@code intake}, {@code legal},
 * {@code legal.firm}, {@code offer}, {@code outsourcing}, {@code outsourcing.after}, {@code outsourcing.change},
 * {@code outsourcing.deletion}, {@code outsourcing.proposal}, {@code outsourcing.recall}, {@code outsourcing.report},
 * {@code outsourcing.selection}, {@code partner}, {@code payment}, {@code person}, {@code plan}, {@code process},
 * {@code process.decision}, {@code process.task}, {@code promise}, {@code region}.
 */
package io.remit.process.steps;
