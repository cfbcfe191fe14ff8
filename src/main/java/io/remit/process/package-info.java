/**
 * The only door to the engine: what capabilities ask of it, in classes that drive the drawings, and what code and models
 * must agree on ({@link io.remit.process.CaseModel}). Knows the capabilities and {@code decision}; its other rooms know
 * it.
 */
package io.remit.process;
