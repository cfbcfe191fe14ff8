/**
 * The register of partners: who they are, what they may get and receive, their licence, contract, key and evaluations;
 * and whether, by all that, they may get anything today. {@link io.remit.partner.Standing} is the pure rule.
 *
 * <p>May know: {@code approval}, {@code audit}, {@code cases}, {@code exchange.openpgp}, {@code ledger}, {@code sql}.
 */
@NullMarked
package io.remit.partner;

import org.jspecify.annotations.NullMarked;
