package io.remit.division;

import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a case change hands: the case, its open calls and its timeline. */
@Component
class Assignments {

  private static final int LONGEST_TEXT = 500;

  private final WorkRepository work;
  private final CallTasks tasks;
  private final Roster roster;
  private final Timeline timeline;

  Assignments(WorkRepository work, CallTasks tasks, Roster roster, Timeline timeline) {
    this.work = work;
    this.tasks = tasks;
    this.roster = roster;
    this.timeline = timeline;
  }

  /**
   * Carries out one move.
   *
   * @param reason why it was asked for, or null
   * @return false if the case is closed or in other hands by now; then nothing has changed
   */
  boolean carryOut(Move move, String actor, @Nullable String reason) {
    if (!work.give(move.caseNumber(), move.from(), move.to())) {
      return false;
    }
    if (move.to() != null) {
      roster.gave(move.to(), move.minutes());
    }
    if (move.from() != null) {
      roster.gave(move.from(), -move.minutes());
    }
    note(move, actor, reason);
    tasks.follow(move.caseNumber(), move.to());
    return true;
  }

  /** Tells in the timeline that nobody could be found for a case that nobody works. */
  void noteNobody(Move move) {
    note(move, Timeline.SYSTEM, null);
  }

  private void note(Move move, String actor, @Nullable String reason) {
    String text = (move.isForNobody() ? "Divided to nobody: " : "Divided to " + move.to() + ": ") + move.why();
    timeline.add(move.caseNumber(), EntryKind.DIVIDED, actor,
        text.substring(0, Math.min(text.length(), LONGEST_TEXT)), reason);
  }
}
