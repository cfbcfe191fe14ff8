package io.remit.process;

import io.remit.region.RegionalProcess;
import io.remit.region.RegionalRule;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code regional-relief.bpmn}; the rule's key is the business key. */
@Component
class EngineRegionalProcess implements RegionalProcess {

  private final RuntimeService runtime;
  private final ManagementService management;

  EngineRegionalProcess(@Lazy RuntimeService runtime, @Lazy ManagementService management) {
    this.runtime = runtime;
    this.management = management;
  }

  @Override
  public void start(RegionalRule rule) {
    runtime.startProcessInstanceByKey(CaseModel.REGIONAL_RELIEF, rule.key());
  }

  @Override
  public void redate(RegionalRule rule) {
    runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.REGIONAL_RELIEF)
        .processInstanceBusinessKey(rule.key()).list().stream()
        .flatMap(running -> management.createJobQuery().processInstanceId(running.getId()).timers().list().stream())
        .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
  }
}
