package io.remit.release.migration;

import io.remit.model.MigrationInstructions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to move the open cases of one version of a model to another.
 *
 * @param instructions by which they move
 * @param startedBy a user id, or Remit's own name
 * @param finishedAt null while it goes on
 */
record Migration(long id, String process, String fromDefinition, String fromVersion, String toDefinition,
    String toVersion, MigrationKind kind, MigrationInstructions instructions, String startedBy, Instant startedAt,
    @Nullable Instant finishedAt) {

  /** What became of a case. */
  enum Outcome {
    MOVED,
    /** It goes on in its old version. */
    STAYED,
    /** It was over before its turn came. */
    ENDED
  }

  /**
   * One case of it.
   *
   * @param caseNumber the case, the matter beside one, or what else the process is about
   * @param outcome null while its turn has not come
   * @param code why it stayed, as a short stable name
   * @param why the same in words
   * @param element at which it stood
   * @param elementName as drawn
   */
  record Item(String processId, @Nullable String caseNumber, @Nullable Outcome outcome, @Nullable String code,
      @Nullable String why, @Nullable String element, @Nullable String elementName, @Nullable Instant settledAt) {
  }

  /** How far it is. */
  record Progress(long total, long moved, long stayed, long ended) {

    long left() {
      return total - moved - stayed - ended;
    }
  }
}
