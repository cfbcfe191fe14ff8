package io.remit.visit.day;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine as the lists of visits see it: the tasks to visit a debtor. */
public interface OpenVisits {

  /**
   * A task that is open.
   *
   * @param due when the debtor should have been visited
   * @param agent whose task it is; null if it is nobody's
   */
  record OpenVisit(String caseNumber, String taskId, @Nullable Instant due, @Nullable String agent) {
  }

  /** All that are open. */
  List<OpenVisit> all();

  /**
   * Gives a visit to an agent, to be made at a moment.
   *
   * @param position in the agent's list, from 1: the first is the best of those that are open
   */
  void give(OpenVisit visit, String agent, int position, Instant arrival);

  /** Takes a visit from the agent who was to make it: it is nobody's, as before a list was made. */
  void free(OpenVisit visit);
}
