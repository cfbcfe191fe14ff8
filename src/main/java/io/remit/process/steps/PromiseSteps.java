package io.remit.process.steps;

import static io.remit.process.CaseModel.matterOf;
import static io.remit.process.CaseModel.setForNow;

import io.remit.approval.SecondDecision;
import io.remit.contact.MatterText;
import io.remit.contact.notice.MatterMessages;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import io.remit.promise.PromiseReview;
import io.remit.promise.Promises;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code promise.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PromiseSteps {

  /** Takes a supervisor's decision on a promise that needs one. */
  @Bean
  FormStep<SecondDecision> recordPromiseDecision(Promises promises, Forms forms) {
    return forms.ofTask(SecondDecision.class, (task, decision, by) -> {
      promises.decide(matterOf(task.getExecution()), decision, by);
      setForNow(task.getExecution(), CaseModel.RESULT, decision.outcome().name());
    });
  }

  /** Plans the text that confirms a promise; the dispatcher sends it once this is committed. */
  @Bean
  JavaDelegate confirmPromise(MatterMessages messages) {
    return execution -> messages.tell(matterOf(execution), MatterText.PROMISE_CONFIRMATION);
  }

  /** Plans the one reminder that the debtor agreed to; the dispatcher sends it once this is committed. */
  @Bean
  JavaDelegate remindOfPromise(MatterMessages messages) {
    return execution -> messages.tell(matterOf(execution), MatterText.PROMISE_REMINDER);
  }

  /** The day of a promise is over: finds out what was paid, and tells the gateway behind it. */
  @Bean
  JavaDelegate judgePromise(PromiseReview review) {
    return execution -> setForNow(execution, CaseModel.RESULT, review.judge(matterOf(execution)).name());
  }

  /** A promise was not kept: the case is treated at once, by the collector who took the promise. */
  @Bean
  JavaDelegate brokenPromise(PromiseReview review) {
    return execution -> review.notKept(matterOf(execution));
  }

  /** Who took the promise does not decide on it. */
  @Bean
  TaskBar promiseBar(Promises promises) {
    return new TaskBar("task_approve_promise", (task, userId) ->
        promises.mayDecide(matterOf(task.getExecution()), TaskBar.FIELD, userId));
  }
}
