/**
 * What the drawings do: a class for each of them, in its order, with a sentence for each step; and what their gateways
 * ask. A step reads what it is about, calls one use case, and returns. Knows the capabilities, {@code task} and
 * {@code decision}.
 */
package io.remit.process.steps;
