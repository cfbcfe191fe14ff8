package io.remit.access;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A task list in Tasklist.
 *
 * @param name what the user reads; it also tells one filter from another
 * @param priority Tasklist sorts by it and opens the filter with the lowest number that the user may read
 * @param colour of the list's edge, such as {@code #3b82f6}
 * @param tasks what is in the list
 * @param audience the groups that see it
 */
record TaskFilter(String name, int priority, String colour, String description, UnaryOperator<TaskQuery> tasks,
    Audience audience) {

  /** Who sees a filter: some groups of staff, or every partner's group. */
  record Audience(List<StaffGroup> staff, boolean partners) {

    static Audience of(StaffGroup... staff) {
      return new Audience(List.of(staff), false);
    }

    static Audience allPartners() {
      return new Audience(List.of(), true);
    }
  }

  /** How Tasklist shows the list, and what stands on each card. It is read anew by Remit's part of Tasklist. */
  Map<String, Object> properties() {
    return Map.of(
        "description", description,
        "priority", priority,
        "color", colour,
        "refresh", false,
        "showUndefinedVariable", false,
        "variables", List.of(
            Map.of("name", "stage", "label", "Stage"),
            Map.of("name", "overdueAmount", "label", "Overdue"),
            Map.of("name", "dueSince", "label", "Due since")));
  }
}
