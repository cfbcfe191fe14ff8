package io.remit.legal;

import io.remit.legal.CourtStep.Kind;
import io.remit.legal.firm.FirmCases;
import io.remit.legal.firm.FirmNotice;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps a law firm's work in step with the suit that it has: its task, and that it hears of a withdrawal. */
@Component
class FirmFollowing {

  private final FirmCases firms;

  FirmFollowing(FirmCases firms) {
    this.firms = firms;
  }

  @EventListener
  void moved(SuitMoved moved) {
    if (moved.step() == Kind.WITHDRAWN || moved.step() == Kind.STOPPED) {
      firms.tell(moved.caseNumber(), FirmNotice.What.WITHDRAWN, null);
    }
    if (moved.step().endsSuit()) {
      firms.over(moved.caseNumber());
    } else {
      firms.moved(moved.caseNumber());
    }
  }
}
