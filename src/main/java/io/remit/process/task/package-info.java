/**
 * The tasks of people: their forms, what they show, who may work them, and for how long they are claimed.
 * Knows the capabilities and {@code process}.
 *
 * <p>May know: {@code audit}, {@code casefile}, {@code cases}, {@code complaint}, {@code contact.conversation},
 * {@code hold}, {@code process}, {@code visit.day}.
 */
package io.remit.process.task;
