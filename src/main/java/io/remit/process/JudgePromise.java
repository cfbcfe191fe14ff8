package io.remit.process;

import io.remit.promise.PromiseReview;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The day of a promise is over: finds out what was paid, and tells the gateway behind it. */
@Component
class JudgePromise implements JavaDelegate {

  private final PromiseReview review;

  JudgePromise(PromiseReview review) {
    this.review = review;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseModel.setForNow(execution, CaseModel.RESULT, review.judge(CaseModel.matterOf(execution)).name());
  }
}
