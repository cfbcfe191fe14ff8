package io.remit.process.steps;

import static io.remit.process.CaseModel.matterOf;

import io.remit.dispute.Disputes;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What {@code dispute.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class DisputeSteps {

  /** Takes the supervisor's decision on a dispute. */
  @Bean
  FormStep<Disputes.Decided> recordDisputeDecision(Disputes disputes, Forms forms) {
    return forms.ofMatter(Disputes.Decided.class, disputes::decide);
  }

  /** A dispute should have been answered by now: its task goes to the top, and into the list of late ones. */
  @Bean
  JavaDelegate markDisputeLate(Disputes disputes, @Lazy TaskService tasks) {
    return execution -> {
      tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId()).list()
          .forEach(task -> tasks.setPriority(task.getId(), Disputes.LATE_PRIORITY));
      disputes.late(matterOf(execution));
    };
  }

  /** Plans the answer to a debtor who disputed; the dispatcher sends it once this is committed. */
  @Bean
  JavaDelegate answerDispute(Disputes disputes) {
    return execution -> disputes.answer(matterOf(execution));
  }

  /** The debtor was right about the amount: books what is really owed, and ends the hold. */
  @Bean
  JavaDelegate correctAccount(Disputes disputes, CurrentUser user) {
    return execution -> disputes.correct(matterOf(execution), user.id());
  }

  /** Who raised the dispute does not decide on it. */
  @Bean
  TaskBar disputeBar(Disputes disputes) {
    return new TaskBar(CaseModel.DISPUTE_TASK, (task, userId) ->
        disputes.mayDecide(matterOf(task.getExecution()), TaskBar.FIELD, userId));
  }
}
