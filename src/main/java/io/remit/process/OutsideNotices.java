package io.remit.process;

import io.remit.legal.CourtNotices;
import io.remit.outsourcing.PartnerNotices;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code tell-court.bpmn} and {@code tell-partner.bpmn}. */
@Component
class OutsideNotices implements CourtNotices, PartnerNotices {

  private final RuntimeService runtime;

  OutsideNotices(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void tellCourt(String caseNumber) {
    runtime.startProcessInstanceByKey(CaseModel.TELL_COURT, caseNumber);
  }

  @Override
  public void tellPartner(String caseNumber) {
    runtime.startProcessInstanceByKey(CaseModel.TELL_PARTNER, caseNumber);
  }
}
