package io.remit.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one process passed.
 *
 * @param model key of its model
 * @param definitionId the version in which it is, or was at its end
 * @param businessKey what it is about: a case, or a matter beside one
 * @param callerId the process that called it, or null
 * @param beganInside whether it began at an element further on, as what comes back does
 * @param ended null while it runs
 * @param deleted whether it was ended from outside its drawing
 * @param steps as they happened
 */
public record ProcessTrace(String id, String model, String definitionId, String businessKey, @Nullable String callerId,
    boolean beganInside, Instant began, @Nullable Instant ended, boolean deleted, List<PassedStep> steps) {

  boolean isRunning() {
    return ended == null;
  }

  /** The versions of the model that it passed through. */
  Set<String> definitions() {
    return Stream.concat(Stream.of(definitionId), steps.stream().map(PassedStep::definitionId))
        .collect(Collectors.toSet());
  }

  Optional<PassedStep> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }
}
