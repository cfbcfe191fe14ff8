/**
 * The tasks of people: their forms, what they show, who may work them, and for how long they are claimed.
 * Knows the capabilities and {@code process}.
 */
package io.remit.process.task;
