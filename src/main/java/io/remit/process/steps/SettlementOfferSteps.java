package io.remit.process.steps;

import static io.remit.process.CaseModel.matterOf;
import static io.remit.process.CaseModel.setForNow;

import io.remit.approval.SecondDecision;
import io.remit.offer.OfferEntry;
import io.remit.offer.Offers;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code settlement-offer.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class SettlementOfferSteps {

  /** Takes the decision of another person on an offer. */
  @Bean
  FormStep<SecondDecision> recordOfferDecision(OfferEntry offers, Forms forms) {
    return forms.ofTask(SecondDecision.class, (task, decision, by) -> {
      offers.decide(matterOf(task.getExecution()), decision, by);
      setForNow(task.getExecution(), CaseModel.RESULT, decision.outcome().name());
    });
  }

  /** Waives what no condition stands for, and tells the gateway behind it. */
  @Bean
  JavaDelegate waiveAtOnce(Offers offers) {
    return execution -> setForNow(execution, CaseModel.RESULT, offers.waiveAtOnce(matterOf(execution)));
  }

  /** Sends an offer, which binds us from then on. */
  @Bean
  JavaDelegate sendOffer(Offers offers, CurrentUser user) {
    return execution -> offers.send(matterOf(execution), user.id());
  }

  /** The day of an offer is over: finds out what was paid, and tells the gateway behind it. */
  @Bean
  JavaDelegate judgeOffer(Offers offers) {
    return execution -> setForNow(execution, CaseModel.RESULT, offers.judge(matterOf(execution)));
  }

  /** Lets collection go on after an offer. */
  @Bean
  JavaDelegate endOffer(Offers offers, CurrentUser user) {
    return execution -> offers.release(matterOf(execution), user.id());
  }

  /** Who proposed the offer does not decide on it. */
  @Bean
  TaskBar offerBar(OfferEntry offers) {
    return new TaskBar("task_approve_offer", (task, userId) ->
        offers.mayDecide(matterOf(task.getExecution()), TaskBar.FIELD, userId));
  }
}
