package io.remit.division;

import io.remit.cases.News;
import io.remit.cases.NewsListener;
import io.remit.cases.Timeline;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * One of our people was deleted, or left a group: tasks that they had and may do no more are free, and a collector's
 * cases are divided anew.
 */
@Component
class Departures implements NewsListener {

  private static final String REASON = "The collector left";

  private final Workforce workforce;
  private final CallTasks tasks;
  private final WorkRepository work;
  private final Divisions divisions;
  private final Assignments assignments;
  private final Roster roster;

  Departures(Workforce workforce, CallTasks tasks, WorkRepository work, Divisions divisions, Assignments assignments,
      Roster roster) {
    this.workforce = workforce;
    this.tasks = tasks;
    this.work = work;
    this.divisions = divisions;
    this.assignments = assignments;
    this.roster = roster;
  }

  @Override
  public Set<News.Kind> kinds() {
    return Set.of(News.Kind.USER);
  }

  @Override
  public void heard(News.Kind kind, String userId) {
    tasks.free(userId, workforce.groupsOf(userId));
    if (!workforce.collectors().contains(userId)) {
      roster.readAnew();
      if (roster.isInUse()) {
        divisions.divideCasesOf(userId, REASON);
      }
      work.openCasesOf(userId).forEach(left -> assignments.carryOut(left, Timeline.SYSTEM, null));
    }
  }
}
