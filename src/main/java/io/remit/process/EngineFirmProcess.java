package io.remit.process;

import io.remit.legal.firm.FirmProcess;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Drives {@code firm-case.bpmn} and {@code tell-firm.bpmn}; the case's number is their business key. */
@Component
class EngineFirmProcess implements FirmProcess {

  private static final List<String> STEPS = List.of(CaseModel.FIRM_STEP_TASK, CaseModel.FIRM_ENFORCEMENT_TASK);

  private final PartnersOwnWork work;

  EngineFirmProcess(PartnersOwnWork work) {
    this.work = work;
  }

  @Override
  public boolean hasPeople(String groupId) {
    return work.hasPeople(groupId);
  }

  @Override
  public Set<String> underWork() {
    return work.underWork(CaseModel.FIRM_CASE);
  }

  @Override
  public void begin(String caseNumber) {
    work.beginOnce(CaseModel.FIRM_CASE, caseNumber);
  }

  /** The task in which the firm itself records the step goes its own way. */
  @Override
  public void moved(String caseNumber) {
    work.changed(caseNumber, STEPS, task -> !isBeingCompleted(task));
  }

  private static boolean isBeingCompleted(Task task) {
    return task instanceof DelegateTask here && TaskListener.EVENTNAME_COMPLETE.equals(here.getEventName());
  }

  @Override
  public void tell(String caseNumber) {
    work.begin(CaseModel.TELL_FIRM, caseNumber);
  }
}
