/**
 * The application: where it starts. Each package below is a capability, or a room of one;
 * {@code docs/architecture.md} has the picture.
 *
 * <p>May know: {@code audit.seal}, {@code dataset}, {@code eventlog}, {@code process.models}, {@code process.trial}.
 */
package io.remit;
