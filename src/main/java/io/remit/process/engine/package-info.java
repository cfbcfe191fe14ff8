/**
 * What is set about the engine: which models it takes, what it evaluates, its batches, and what is read of its tables.
 * Knows the other rooms but {@code models} and {@code steps}.
 *
 * <p>May know: {@code audit}, {@code batch}, {@code cases}, {@code contact.text}, {@code figures}, {@code hold},
 * {@code model}, {@code monitoring}, {@code process}, {@code process.contract}, {@code process.decision},
 * {@code process.task}, {@code process.time}, {@code privacy}, {@code promise}, {@code release},
 * {@code release.migration}, {@code sql}.
 */
package io.remit.process.engine;
