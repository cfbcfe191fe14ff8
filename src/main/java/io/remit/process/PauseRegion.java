package io.remit.process;

import io.remit.region.RegionalRelief;
import io.remit.region.RegionalRule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Pauses some cases of a region with relief. */
@Component
class PauseRegion implements JavaDelegate {

  private final RegionalRelief relief;

  PauseRegion(RegionalRelief relief) {
    this.relief = relief;
  }

  @Override
  public void execute(DelegateExecution execution) {
    relief.pauseSome(RegionalRule.idIn(execution.getProcessBusinessKey()));
  }
}
