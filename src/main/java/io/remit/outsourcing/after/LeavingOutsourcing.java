package io.remit.outsourcing.after;

import io.remit.approval.Withdrawals;
import io.remit.cases.CaseLifecycle;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.ChangedCases;
import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.EntryKind;
import io.remit.cases.Stage;
import io.remit.cases.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings cases that came back from a partner to the legal stage or proposes to write them off. At the end of the
 * transaction: until then the case's process is on its way out of the placement, and would not hear. What the case is
 * by then counts: one that was paid or put on hold meanwhile stays where it is, and the timeline says so.
 */
@Component
class LeavingOutsourcing {

  private final CaseProcess process;
  private final CaseLifecycle lifecycle;
  private final CaseRepository cases;
  private final ChangedCases changes;
  private final Withdrawals withdrawals;
  private final Timeline timeline;

  LeavingOutsourcing(CaseProcess process, CaseLifecycle lifecycle, CaseRepository cases, ChangedCases changes,
      Withdrawals withdrawals, Timeline timeline) {
    this.process = process;
    this.lifecycle = lifecycle;
    this.cases = cases;
    this.changes = changes;
    this.withdrawals = withdrawals;
    this.timeline = timeline;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void leave(LeavesOutsourcing leaving) {
    process.together(() -> leaveTogether(leaving));
  }

  private @Nullable Void leaveTogether(LeavesOutsourcing leaving) {
    String caseNumber = leaving.caseNumber();
    CollectionCase current = cases.get(caseNumber);
    if (current.status() != Status.OPEN || changes.whoHas(caseNumber).isPresent()
        || withdrawals.waits(caseNumber)) {
      timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM,
          "It stays in its stage: it changed, or something waits for another person");
    } else if (leaving.step() == Step.WRITE_OFF) {
      withdrawals.withdraw(caseNumber, leaving.why(), leaving.by());
    } else if (current.stage() != Stage.LEGAL) {
      lifecycle.moveTo(caseNumber, Stage.LEGAL, leaving.by(), leaving.why());
    }
    return null;
  }
}
