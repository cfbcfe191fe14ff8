package io.remit.process.steps;

import static io.remit.process.CaseModel.matterOf;

import io.remit.complaint.Complaints;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code complaint.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class ComplaintSteps {

  /** Takes how a complaint was decided. */
  @Bean
  FormStep<Complaints.Handled> recordComplaint(Complaints complaints, Forms forms) {
    return forms.ofMatter(Complaints.Handled.class, complaints::handle);
  }

  /** Plans the answer to a debtor who complained; the dispatcher sends it once this is committed. */
  @Bean
  JavaDelegate answerComplaint(Complaints complaints) {
    return execution -> complaints.answer(matterOf(execution));
  }

  /** Whom the complaint is about does not handle it. */
  @Bean
  TaskBar complaintBar(Complaints complaints) {
    return new TaskBar(CaseModel.COMPLAINT_TASK, (task, userId) ->
        complaints.mayHandle(matterOf(task.getExecution()), userId));
  }
}
