package io.remit.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a process, a decision or a form as the engine has it.
 *
 * @param version as the engine counts
 * @param versionTag as its owner numbered it; null where the model says none
 * @param newest whether what begins now begins in it
 * @param open how many processes go by it now; 0 for a decision or a form
 */
public record DeployedVersion(Kind kind, String key, @Nullable String name, int version, @Nullable String versionTag,
    boolean newest, String deploymentId, Instant deployedAt, long open) {

  /** What is deployed. */
  public enum Kind {
    PROCESS, DECISION, FORM
  }
}
