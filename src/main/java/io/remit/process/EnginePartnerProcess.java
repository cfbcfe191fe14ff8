package io.remit.process;

import io.remit.outsourcing.recall.MandateProcess;
import io.remit.outsourcing.report.ReportProcess;
import io.remit.partner.PartnerProcess;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives what runs for a partner and not for a case: its care, its key, its application, its reports, its mandate. */
@Component
class EnginePartnerProcess implements PartnerProcess, ReportProcess, MandateProcess {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final TasksInPerson inPerson;
  private final OpenTimers timers;
  private final CurrentUser user;

  EnginePartnerProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, TasksInPerson inPerson,
      OpenTimers timers, CurrentUser user) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.inPerson = inPerson;
    this.timers = timers;
    this.user = user;
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

  @Override
  public void reportMissing(String partnerId) {
    if (running(CaseModel.MISSING_REPORT, partnerId) == null) {
      runtime.startProcessInstanceByKey(CaseModel.MISSING_REPORT, PartnerBusinessKey.of(partnerId));
    }
  }

  /** Partners' people may see no task about partners, and report all the same. */
  @Override
  public void reported(String partnerId) {
    user.actingAs(user.id(), () -> {
      ProcessInstance running = running(CaseModel.MISSING_REPORT, partnerId);
      if (running != null) {
        runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED).processInstanceId(running.getId()).correlate();
      }
      return null;
    });
  }

  @Override
  public void endProposed(String partnerId) {
    runtime.startProcessInstanceByKey(CaseModel.MANDATE_END, PartnerBusinessKey.of(partnerId));
  }
}
