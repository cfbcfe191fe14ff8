package io.remit.process;

import io.remit.outsourcing.PartnerTasks;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Drives {@code partner-case.bpmn}; the case's number is its business key. */
@Component
class EnginePartnerTasks implements PartnerTasks {

  private final PartnersOwnWork work;

  EnginePartnerTasks(PartnersOwnWork work) {
    this.work = work;
  }

  @Override
  public boolean hasPeople(String groupId) {
    return work.hasPeople(groupId);
  }

  @Override
  public Set<String> underWork() {
    return work.underWork(CaseModel.PARTNER_CASE);
  }

  @Override
  public void begin(String caseNumber) {
    work.beginOnce(CaseModel.PARTNER_CASE, caseNumber);
  }

  /** One that is completed in this very transaction goes its own way. */
  @Override
  public void end(String caseNumber) {
    work.changed(caseNumber, List.of(CaseModel.WORK_PLACED_TASK), task -> !((TaskEntity) task).isDeleted());
  }
}
