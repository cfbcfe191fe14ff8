package io.remit.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A folder of models as somebody proposed it.
 *
 * @param label what its author calls this version; null if nothing was said
 * @param comment what is changed and why; null if a start took the folder
 * @param basedOn the release that ran when it was proposed; null for the first
 * @param sha256 over the names and contents of its files: see {@link ReleaseFiles}
 * @param proposedBy user id, or {@link Releases#SYSTEM}
 * @param decidedBy user id; null while nobody decided
 * @param deployedAt null if it never ran
 * @param restores the release whose files it has again, if somebody rolled back to it; else null
 * @param deploymentId what the engine calls the deployment; null if it took nothing new
 */
public record Release(int number, @Nullable String label, @Nullable String comment, @Nullable Integer basedOn,
    String sha256, ReleaseStatus status, String proposedBy, Instant proposedAt, @Nullable String decidedBy,
    @Nullable Instant decidedAt, @Nullable String decisionNote, @Nullable Instant deployedAt,
    @Nullable Integer restores, @Nullable String deploymentId) {

  /** Whether a start of Remit took it from the folder that it was given, and nobody approved it here. */
  boolean isFromStart() {
    return proposedBy.equals(Releases.SYSTEM);
  }
}
