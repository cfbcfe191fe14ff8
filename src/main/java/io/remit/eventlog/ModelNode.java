package io.remit.eventlog;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One element of a model at which a token can be.
 *
 * @param name as it is drawn, or null
 * @param within the sub-process around it, or null
 * @param host the element to whose border it is attached, or null
 * @param interrupts of an event at a border: whether it breaks off what it is attached to
 * @param waitsForJob whether a token waits in front of it until a job takes it on
 * @param needs what has to be kept for it while it is open, or for what it is attached to
 * @param next the elements that may follow
 */
public record ModelNode(String id, @Nullable String name, Kind kind, @Nullable String within, @Nullable String host,
    boolean interrupts, boolean waitsForJob, Needs needs, Set<String> next) {

  /** What a token does there. */
  public enum Kind {
    START, END, WORK, CALL, CHOICE, PARALLEL, SUB_PROCESS, BORDER
  }

  /** What the engine keeps for an element that waits. */
  public enum Needs {
    NOTHING, TIMER, MESSAGE, TASK
  }

  ModelNode renamed(UnaryOperator<String> names) {
    return new ModelNode(names.apply(id), name, kind, within == null ? null : names.apply(within),
        host == null ? null : names.apply(host), interrupts, waitsForJob, needs,
        next.stream().map(names).collect(Collectors.toUnmodifiableSet()));
  }

  /** As it is drawn, or else its id. */
  String label() {
    return name == null || name.isBlank() ? id : name;
  }
}
