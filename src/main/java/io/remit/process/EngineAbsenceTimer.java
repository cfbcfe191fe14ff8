package io.remit.process;

import io.remit.division.AbsenceTimer;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code absence.bpmn}. */
@Component
class EngineAbsenceTimer implements AbsenceTimer {

  private final RuntimeService runtime;

  EngineAbsenceTimer(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void start(long absenceId) {
    runtime.startProcessInstanceByKey(CaseModel.ABSENCE, AbsenceKey.of(absenceId));
  }
}
