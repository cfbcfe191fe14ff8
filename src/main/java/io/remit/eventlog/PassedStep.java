package io.remit.eventlog;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One element of a model that a process came to.
 *
 * @param parentId the step of the sub-process around it, or the process
 * @param definitionId the version of the model in which it stands; a step that was open when its process was moved to
 *     another version stands in that one
 * @param calledId the process that it called, or null
 * @param order as the engine counted: says what came first where the times are the same
 * @param ended null while it is open
 * @param cancelled whether it was broken off
 */
public record PassedStep(String id, String parentId, String elementId, @Nullable String elementName,
    String definitionId, @Nullable String calledId, long order, Instant began, @Nullable Instant ended,
    boolean cancelled) {

  /** As they happened. */
  public static final Comparator<PassedStep> AS_HAPPENED =
      Comparator.comparing(PassedStep::began).thenComparingLong(PassedStep::order);

  PassedStep at(String element) {
    return new PassedStep(id, parentId, element, elementName, definitionId, calledId, order, began, ended, cancelled);
  }

  boolean isOpen() {
    return ended == null;
  }
}
