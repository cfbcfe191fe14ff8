/**
 * The case: its debtor, stage and status, its timeline, and what it should be doing by the facts
 * ({@link io.remit.cases.CaseTarget}). What it needs of the engine are ports here, which {@code process}
 * implements.
 *
 * <p>May know: {@code card}, {@code ledger}, {@code sql}.
 */
@NullMarked
package io.remit.cases;

import org.jspecify.annotations.NullMarked;
