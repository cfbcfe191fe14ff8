package io.remit.eventlog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the engine knows of cases: what their processes passed, and where they wait now. */
public interface PassedSteps {

  /**
   * The processes of cases, of what those called and of the matters beside them, whether they run or have ended.
   *
   * @param caseNumbers some hundred at most
   */
  List<ProcessTrace> of(Collection<String> caseNumbers);

  /** One version of a model; empty of nodes if it was deleted. */
  ModelGraph graph(String definitionId);

  /** Where the processes of cases, and those beside them, wait now. */
  List<Waiting> waiting(Collection<String> caseNumbers);

  /**
   * One place at which a process waits.
   *
   * @param stepId the passed step that is open there; null of what is no step yet, as a job in front of one
   * @param elementId of the model, or null where the engine names none
   * @param due when a job goes on or a task should be done, or null
   * @param stopped of a job: whether it is tried no more
   * @param groups to whom a task is offered
   */
  record Waiting(String processId, String businessKey, By by, @Nullable String stepId, @Nullable String elementId,
      @Nullable Instant due, boolean stopped, Set<String> groups) {
  }

  /** By what a process waits. */
  enum By {
    /** A token is there. */
    TOKEN,
    TIMER, JOB, MESSAGE, TASK
  }
}
