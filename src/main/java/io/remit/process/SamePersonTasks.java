package io.remit.process;

import io.remit.person.SharedContactTasks;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code same-person.bpmn}. */
@Component
class SamePersonTasks implements SharedContactTasks {

  private final RuntimeService runtime;

  SamePersonTasks(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void askSupervisor(String caseNumber) {
    runtime.startProcessInstanceByKey(CaseModel.SAME_PERSON, caseNumber);
  }
}
