/**
 * The models that run and how others take their place: proposed with all their files, approved by another person,
 * deployed while Remit runs, taken over by every node, rolled back. What the engine does comes through
 * {@link io.remit.release.ModelEngine}.
 *
 * <p>May know: {@code approval}, {@code audit}, {@code cases}, {@code files}, {@code model}, {@code model.diff},
 * {@code node}, {@code release.migration}, {@code sql}, {@code translation}.
 */
@NullMarked
package io.remit.release;

import org.jspecify.annotations.NullMarked;
