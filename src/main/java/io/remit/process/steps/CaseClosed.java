package io.remit.process.steps;

import io.remit.approval.Withdrawals;
import io.remit.cases.CaseLifecycle;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.contact.treatment.DebtorSearch;
import io.remit.hardship.Reliefs;
import io.remit.hold.Holds;
import io.remit.offer.Offers;
import io.remit.plan.Plans;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.promise.PromiseReview;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The token has reached an end event; its id names the reason: {@code end_cured}. */
@ForModels
@Component
class CaseClosed implements ExecutionListener {

  private final CaseLifecycle lifecycle;
  private final PromiseReview promises;
  private final Reliefs reliefs;
  private final Holds holds;
  private final Plans plans;
  private final Offers offers;
  private final Withdrawals withdrawals;
  private final DebtorSearch search;

  CaseClosed(CaseLifecycle lifecycle, PromiseReview promises, Reliefs reliefs, Holds holds, Plans plans, Offers offers,
      Withdrawals withdrawals, DebtorSearch search) {
    this.lifecycle = lifecycle;
    this.promises = promises;
    this.reliefs = reliefs;
    this.holds = holds;
    this.plans = plans;
    this.offers = offers;
    this.withdrawals = withdrawals;
    this.search = search;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String caseNumber = CaseModel.caseOf(execution);
    String ending = execution.getCurrentActivityId().substring("end_".length()).toUpperCase(Locale.ROOT);
    CloseReason reason = CloseReason.valueOf(ending);
    promises.caseEnded(caseNumber, reason != CloseReason.WITHDRAWN);
    reliefs.endWithCase(caseNumber);
    plans.endWithCase(caseNumber, reason != CloseReason.WITHDRAWN);
    offers.endWithCase(caseNumber);
    holds.endWithCase(caseNumber);
    withdrawals.endWithCase(caseNumber);
    search.end(caseNumber);
    lifecycle.ended(caseNumber, reason);
  }
}
