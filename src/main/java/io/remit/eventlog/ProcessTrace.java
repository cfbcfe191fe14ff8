package io.remit.eventlog;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param moves from one version of its model to another, the oldest first
 */
public record ProcessTrace(String id, String model, String definitionId, String businessKey, @Nullable String callerId,
    boolean beganInside, Instant began, @Nullable Instant ended, boolean deleted, List<PassedStep> steps,
    List<PastMove> moves) {

  /**
   * A move of open cases between two versions of a model.
   *
   * @param elements the new ids of elements by the old ones, of those that changed
   */
  public record PastMove(String fromDefinition, String toDefinition, Map<String, String> elements) {
  }

  boolean isRunning() {
    return ended == null;
  }

  /** The versions of the model that it passed through, that in which it is last. */
  List<String> definitions() {
    return Stream.concat(Stream.of(definitionId), steps.stream().map(PassedStep::definitionId)).distinct()
        .sorted(Comparator.comparing(definitionId::equals)).toList();
  }

  /** The id that an element of a version has in the version in which the process is. */
  String idNow(String definition, String elementId) {
    String at = definition;
    String id = elementId;
    for (PastMove move : moves) {
      if (move.fromDefinition().equals(at)) {
        at = move.toDefinition();
        id = move.elements().getOrDefault(id, id);
      }
    }
    return id;
  }

  /** The same with each step under the id that its element has now. */
  ProcessTrace withIdsOfNow() {
    return moves.isEmpty() ? this : new ProcessTrace(id, model, definitionId, businessKey, callerId, beganInside, began,
        ended, deleted, steps.stream().map(step -> step.at(idNow(step.definitionId(), step.elementId()))).toList(),
        moves);
  }

  Optional<PassedStep> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }
}
