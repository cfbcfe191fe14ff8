package io.remit.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the sandbox robot behaves.
 *
 * @param port on the loopback interface; 0 for any
 * @param callbackSecret with which results are signed
 * @param delay between a call's order and the report of its result
 * @param promiseAmount what those who promise promise to pay, in whatever currency they owe
 * @param journal file to which each order is added; null for none
 */
record SandboxRobotSettings(int port, String callbackSecret, Duration delay, String promiseAmount,
    @Nullable Path journal) {

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "SandboxRobotSettings[" + port + "]";
  }
}
