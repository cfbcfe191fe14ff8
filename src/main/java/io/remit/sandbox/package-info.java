/**
 * A voice robot that calls nobody. It takes calls as a real one does, decides what came of each by the number that it
 * was to call, and reports that as a real one would: for demos, trials and tests. It runs as a process of its own
 * ({@link io.remit.sandbox.SandboxRobot#main}) or, in the demo, beside Remit with the profile {@code sandbox-robot}.
 *
 * <p>May know: {@code contact.conversation}, {@code gateway.callback}.
 */
@NullMarked
package io.remit.sandbox;

import org.jspecify.annotations.NullMarked;
