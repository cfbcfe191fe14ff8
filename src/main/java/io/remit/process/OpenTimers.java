package io.remit.process;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The timers at which running processes wait. */
@Component
class OpenTimers {

  private final ManagementService management;

  OpenTimers(@Lazy ManagementService management) {
    this.management = management;
  }

  /** Computes their due dates anew, from what is known now. */
  void redate(String processInstanceId) {
    management.createJobQuery().processInstanceId(processInstanceId).timers().list()
        .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
  }
}
