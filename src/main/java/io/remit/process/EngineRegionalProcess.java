package io.remit.process;

import io.remit.region.RegionalProcess;
import io.remit.region.RegionalRule;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code regional-relief.bpmn}; the rule's key is the business key. */
@Component
class EngineRegionalProcess implements RegionalProcess {

  private final RuntimeService runtime;
  private final OpenTimers timers;

  EngineRegionalProcess(@Lazy RuntimeService runtime, OpenTimers timers) {
    this.runtime = runtime;
    this.timers = timers;
  }

  @Override
  public void start(RegionalRule rule) {
    runtime.startProcessInstanceByKey(CaseModel.REGIONAL_RELIEF, rule.key());
  }

  @Override
  public void redate(RegionalRule rule) {
    runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.REGIONAL_RELIEF)
        .processInstanceBusinessKey(rule.key()).list().forEach(running -> timers.redate(running.getId()));
  }
}
