package io.remit.process;

import io.remit.cases.CaseLifecycle;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.hold.Holds;
import io.remit.promise.PromiseReview;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The token has reached an end event; its id names the reason: {@code end_cured}. */
@Component
class CaseClosed implements ExecutionListener {

  private final CaseLifecycle lifecycle;
  private final PromiseReview promises;
  private final Holds holds;

  CaseClosed(CaseLifecycle lifecycle, PromiseReview promises, Holds holds) {
    this.lifecycle = lifecycle;
    this.promises = promises;
    this.holds = holds;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String caseNumber = CaseModel.caseOf(execution);
    String ending = execution.getCurrentActivityId().substring("end_".length()).toUpperCase(Locale.ROOT);
    CloseReason reason = CloseReason.valueOf(ending);
    promises.caseEnded(caseNumber, reason != CloseReason.WITHDRAWN);
    holds.endWithCase(caseNumber);
    lifecycle.ended(caseNumber, reason);
  }
}
