/**
 * The only door to the engine: what capabilities ask of it, in classes that drive the drawings, and what code and
 * models must agree on ({@link io.remit.process.CaseModel}). Knows the capabilities and {@code decision}; its other
 * rooms know it.
 *
 * <p>May know: {@code books}, {@code cases}, {@code contact}, {@code contact.conversation}, {@code contact.dispatch},
 * {@code contact.treatment}, {@code division}, {@code eventlog}, {@code gate}, {@code hold}, {@code intake},
 * {@code legal}, {@code legal.firm}, {@code node}, {@code outsourcing}, {@code outsourcing.change},
 * {@code outsourcing.proposal}, {@code outsourcing.recall}, {@code outsourcing.report}, {@code partner},
 * {@code payment}, {@code person}, {@code process.decision}, {@code region}, {@code release.migration}, {@code sql}.
 */
package io.remit.process;
