package io.remit.process.steps;

import io.remit.legal.CourtCases;
import io.remit.legal.CourtReview;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask of a court case: {@code ${courtFacts...}}. */
@ForModels
@Component("courtFacts")
public class CourtFacts {

  private final CourtReview review;
  private final CourtCases courtCases;

  CourtFacts(CourtReview review, CourtCases courtCases) {
    this.review = review;
    this.courtCases = courtCases;
  }

  /** Whether a legal officer is to be asked. */
  public boolean toBeReviewed(DelegateExecution execution) {
    return review.isToBeReviewed(CaseModel.caseOf(execution));
  }

  /** Whether the dossier is out; asked by court cases that began before they could be referred to a law firm. */
  public boolean isFiled(DelegateExecution execution) {
    return courtCases.isFiled(CaseModel.caseOf(execution));
  }
}
