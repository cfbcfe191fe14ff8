/**
 * What is set about the engine: which models it takes, what it evaluates, its batches, and what is read of its tables.
 * Knows the other rooms but {@code steps}.
 */
package io.remit.process.engine;
