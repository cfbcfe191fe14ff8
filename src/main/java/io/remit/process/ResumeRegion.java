package io.remit.process;

import io.remit.region.RegionalRelief;
import io.remit.region.RegionalRule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets some cases go on whose region has relief no more. */
@Component
class ResumeRegion implements JavaDelegate {

  private final RegionalRelief relief;

  ResumeRegion(RegionalRelief relief) {
    this.relief = relief;
  }

  @Override
  public void execute(DelegateExecution execution) {
    relief.resumeSome(RegionalRule.idIn(execution.getProcessBusinessKey()));
  }
}
