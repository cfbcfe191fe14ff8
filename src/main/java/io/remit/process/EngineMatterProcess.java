package io.remit.process;

import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives the processes beside a case; the matter's key is their business key. */
@Component
class EngineMatterProcess implements MatterProcess {

  private final RuntimeService runtime;
  private final OpenTimers timers;

  EngineMatterProcess(@Lazy RuntimeService runtime, OpenTimers timers) {
    this.runtime = runtime;
    this.timers = timers;
  }

  @Override
  public void start(MatterKey matter, String model) {
    runtime.startProcessInstanceByKey(model, matter.toString());
  }

  @Override
  public void startAt(MatterKey matter, String model, String element) {
    runtime.createProcessInstanceByKey(model).businessKey(matter.toString()).startBeforeActivity(element).execute();
  }

  @Override
  public void changed(MatterKey matter, String result) {
    running(matter).ifPresent(instance -> runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED)
        .processInstanceId(instance.getId()).setVariable(CaseModel.RESULT, Variables.stringValue(result, true))
        .correlate());
  }

  @Override
  public void redate(MatterKey matter) {
    running(matter).map(ProcessInstance::getId).ifPresent(timers::redate);
  }

  private Optional<ProcessInstance> running(MatterKey matter) {
    return Optional.ofNullable(runtime.createProcessInstanceQuery().processInstanceBusinessKey(matter.toString())
        .rootProcessInstances().singleResult());
  }
}
