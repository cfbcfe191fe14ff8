package io.remit.release.migration;

import io.remit.model.MigrationInstructions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the engine knows of the versions of models, and does to move cases from one to another. */
public interface ProcessVersions {

  /**
   * One version of a model.
   *
   * @param process the key of the model
   * @param name as drawn
   * @param tag its semantic version; "none" where there is none
   * @param number by which the engine counts: the highest is the newest, whatever its tag says
   */
  record Version(String definitionId, String process, String name, String tag, int number) {
  }

  /**
   * An element of a version at which a process may wait.
   *
   * @param target the element of the other version at which it would go on; null if it cannot
   * @param obstacle why it cannot, else null
   */
  record Place(String element, String name, @Nullable String target, @Nullable Obstacle obstacle) {
  }

  /** A process that runs. */
  record OpenProcess(String processId, @Nullable String businessKey) {
  }

  /**
   * Where a running process stands.
   *
   * @param busy whether a node works on one of its jobs now
   */
  record Standing(String processId, List<String> elements, boolean suspended, boolean busy) {
  }

  /** The engine refuses what was asked, whatever is tried again. */
  class CannotMoveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotMoveException(String message) {
      super(message);
    }
  }

  /** The newest version of each model. */
  List<Version> newest();

  /** The newest version of a model. */
  Optional<Version> newest(String process);

  /** The versions of a model but the newest, the newest of them first. */
  List<Version> others(String process);

  /** The elements of a version at which a process may wait, and what becomes of each in another. */
  List<Place> places(String fromDefinition, String toDefinition, MigrationInstructions instructions);

  /** How many processes of a version run. */
  long count(String definitionId);

  /** How many processes of a version stand at one of these elements, or are suspended. */
  long countThatStay(String definitionId, Collection<String> elements);

  /** At which elements the processes of a version stand, and how many at each. */
  Map<String, Long> standing(String definitionId);

  /**
   * The processes of a version that run, by their ids.
   *
   * @param after the id behind which to go on, or empty
   */
  List<OpenProcess> open(String definitionId, String after, int limit);

  /** Where some processes of a version stand; those that are not in it any more are left out. */
  List<Standing> standing(String definitionId, Collection<String> processIds);

  /**
   * Moves processes in the transaction that runs: each keeps its place, its tasks, its timers and what it called, and
   * nothing of a step is done.
   *
   * @throws CannotMoveException if the engine refuses one of them
   */
  void move(String fromDefinition, String toDefinition, MigrationInstructions instructions,
      List<String> processIds);

  /** Asks the engine with Remit's own rights: who may ask was decided before. */
  <T> T asRemit(Supplier<T> work);
}
