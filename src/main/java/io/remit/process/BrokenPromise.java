package io.remit.process;

import io.remit.promise.PromiseReview;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A promise was not kept: the case is treated at once, by the collector who took the promise. */
@Component
class BrokenPromise implements JavaDelegate {

  private final PromiseReview review;

  BrokenPromise(PromiseReview review) {
    this.review = review;
  }

  @Override
  public void execute(DelegateExecution execution) {
    review.notKept(CaseModel.matterOf(execution));
  }
}
