package io.remit.process;

import io.remit.partner.PartnerProcess;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code partner-care.bpmn}, {@code partner-key.bpmn} and {@code partner-application.bpmn}. */
@Component
class EnginePartnerProcess implements PartnerProcess {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final TasksInPerson inPerson;
  private final OpenTimers timers;

  EnginePartnerProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, TasksInPerson inPerson,
      OpenTimers timers) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.inPerson = inPerson;
    this.timers = timers;
  }

  @Override
  public void lookAfter(String partnerId) {
    ProcessInstance running = running(CaseModel.PARTNER_CARE, partnerId);
    if (running == null) {
      runtime.startProcessInstanceByKey(CaseModel.PARTNER_CARE, PartnerBusinessKey.of(partnerId));
    } else {
      timers.redate(running.getId());
    }
  }

  @Override
  public void keyEntered(String partnerId) {
    if (running(CaseModel.PARTNER_KEY, partnerId) == null) {
      runtime.startProcessInstanceByKey(CaseModel.PARTNER_KEY, PartnerBusinessKey.of(partnerId));
    }
  }

  private ProcessInstance running(String drawing, String partnerId) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(drawing)
        .processInstanceBusinessKey(PartnerBusinessKey.of(partnerId)).singleResult();
  }

  @Override
  public void keyDecided(String partnerId, String outcome, String fingerprint, String actor) {
    Task waiting = tasks.createTaskQuery().processInstanceBusinessKey(PartnerBusinessKey.of(partnerId))
        .taskDefinitionKey(CaseModel.CONFIRM_KEY_TASK).singleResult();
    if (waiting == null) {
      throw new IllegalStateException("nobody is asked to confirm the key of partner " + partnerId);
    }
    inPerson.complete(waiting, actor, Map.of(CaseModel.OUTCOME, outcome, "fingerprint", fingerprint));
  }

  @Override
  public void applied(long applicationId) {
    runtime.startProcessInstanceByKey(CaseModel.PARTNER_APPLICATION,
        PartnerBusinessKey.ofApplication(applicationId));
  }
}
