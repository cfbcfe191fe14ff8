package io.remit.process;

import io.remit.dispute.Disputes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the answer to a debtor who disputed; the dispatcher sends it once this is committed. */
@Component
class AnswerDispute implements JavaDelegate {

  private final Disputes disputes;

  AnswerDispute(Disputes disputes) {
    this.disputes = disputes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    disputes.answer(CaseModel.matterOf(execution));
  }
}
