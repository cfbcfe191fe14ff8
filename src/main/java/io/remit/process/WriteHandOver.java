package io.remit.process;

import io.remit.outsourcing.Placements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the case over to its partner. */
@Component
class WriteHandOver implements JavaDelegate {

  private final Placements placements;

  WriteHandOver(Placements placements) {
    this.placements = placements;
  }

  @Override
  public void execute(DelegateExecution execution) {
    placements.handOver(CaseModel.caseOf(execution));
  }
}
