package io.remit.division;

import io.remit.cases.CaseEnteredStage;
import io.remit.cases.Stage;
import io.remit.cases.Timeline;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives a case that comes to the collectors to one of them, in the transaction in which it enters the stage: where it
 * is new, comes back from a hold or a partner, or its collector is not there. Else it stays where it is.
 */
@Component
class StageDivision {

  private final WorkRepository work;
  private final WorkEstimates estimates;
  private final Roster roster;
  private final Assignments assignments;

  StageDivision(WorkRepository work, WorkEstimates estimates, Roster roster, Assignments assignments) {
    this.work = work;
    this.estimates = estimates;
    this.roster = roster;
    this.assignments = assignments;
  }

  @EventListener
  void entered(CaseEnteredStage entered) {
    if (entered.stage().compareTo(Stage.TELEPHONE) < 0 || !roster.isInUse()) {
      return;
    }
    List<DebtorWork> debtor = estimates.of(work.ofDebtorOf(entered.caseNumber()));
    for (Move move : Division.divide(debtor, roster.available())) {
      if (move.changes()) {
        assignments.carryOut(move, Timeline.SYSTEM, null);
      } else if (move.isForNobody() && move.caseNumber().equals(entered.caseNumber())) {
        assignments.noteNobody(move);
      }
    }
  }
}
