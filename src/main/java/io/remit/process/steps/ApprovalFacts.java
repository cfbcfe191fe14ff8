package io.remit.process.steps;

import io.remit.approval.Proposal;
import io.remit.approval.Proposals;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask of a change that may need another person: {@code ${approvalFacts...}}. */
@ForModels
@Component("approvalFacts")
public class ApprovalFacts {

  private final Proposals proposals;

  ApprovalFacts(Proposals proposals) {
    this.proposals = proposals;
  }

  /** Whether another person has yet to approve what was decided. */
  public boolean isNeeded(DelegateExecution execution) {
    return proposals.waits(execution.getProcessBusinessKey());
  }

  /** Whether what was decided takes the case out of collection. */
  public boolean closesCase(DelegateExecution execution) {
    return proposals.newest(execution.getProcessBusinessKey()).orElseThrow().kind() == Proposal.Kind.WITHDRAWAL;
  }
}
