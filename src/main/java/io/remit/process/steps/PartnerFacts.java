package io.remit.process.steps;

import io.remit.partner.PartnerCare;
import io.remit.process.ForModels;
import io.remit.process.PartnerBusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask about partners: {@code ${partnerFacts...}}. */
@ForModels
@Component("partnerFacts")
public class PartnerFacts {

  private final PartnerCare care;

  PartnerFacts(PartnerCare care) {
    this.care = care;
  }

  /** Whether it is the partner's licence that ends; else it is to be evaluated. */
  public boolean licenceEnds(DelegateExecution execution) {
    return care.isAboutLicence(PartnerBusinessKey.partnerOf(execution));
  }
}
