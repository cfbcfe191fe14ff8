/**
 * What happened to every case, as logs that others read (XES, OCEL 2.0), and the proof that no case is lost: the steps
 * that the engine passed are replayed on the models, each case is in one named state, and what is not so is a task for
 * an operator. What the engine knows comes through {@link io.remit.eventlog.PassedSteps}.
 *
 * <p>May know: {@code audit}, {@code cases}, {@code node}, {@code sql}.
 */
@NullMarked
package io.remit.eventlog;

import org.jspecify.annotations.NullMarked;
