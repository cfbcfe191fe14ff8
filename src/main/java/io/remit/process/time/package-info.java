/**
 * The dates that drawings wait for, the clock that can be moved, and what runs while it is.
 * Knows the capabilities and {@code process}.
 */
package io.remit.process.time;
