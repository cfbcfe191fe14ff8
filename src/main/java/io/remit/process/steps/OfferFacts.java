package io.remit.process.steps;

import io.remit.offer.Offer;
import io.remit.offer.Offers;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask of an offer: {@code ${offerFacts...}}. */
@ForModels
@Component("offerFacts")
public class OfferFacts {

  private final Offers offers;

  OfferFacts(Offers offers) {
    this.offers = offers;
  }

  /** Whether another person than the proposer has to approve it. */
  public boolean needsApproval(DelegateExecution execution) {
    return offerOf(execution).terms().approval();
  }

  /** Whether the debtor has to pay something for it. */
  public boolean isConditional(DelegateExecution execution) {
    return offerOf(execution).isConditional();
  }

  private Offer offerOf(DelegateExecution execution) {
    return offers.get(CaseModel.matterOf(execution));
  }
}
