package io.remit.process.steps;

import static io.remit.process.CaseModel.caseOf;

import io.remit.legal.CourtCases;
import io.remit.legal.CourtReview;
import io.remit.legal.firm.LawFirms;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code court-case.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class CourtCaseSteps {

  /** Looks whether the case can be sued for at all. */
  @Bean
  JavaDelegate checkCourtEligibility(CourtReview review) {
    return execution -> review.check(caseOf(execution));
  }

  /** Gives a new task its card and its view of the case, and fills in the counsel that is proposed. */
  @Bean
  TaskListener prepareCourtReview(TaskListener prepareTask, LawFirms firms) {
    return task -> {
      prepareTask.notify(task);
      String proposed = firms.propose(caseOf(task.getExecution())).firmId();
      task.getExecution().setVariable(LawFirms.FIELD, proposed == null ? CourtReview.OWN_COUNSEL : proposed);
    };
  }

  /** Takes the legal officer's review. */
  @Bean
  FormStep<CourtReview.Reviewed> recordCourtReview(CourtReview review, Forms forms) {
    return forms.ofCase(CourtReview.Reviewed.class, review::review);
  }

  /** Brings the dossier to who sues; the gateway behind asks what became of it. */
  @Bean
  JavaDelegate writeDossier(CourtCases courtCases) {
    return execution -> CaseModel.setForNow(execution, CaseModel.RESULT,
        courtCases.file(caseOf(execution)).name());
  }

  /** Takes the next step of the suit: what was filed, heard or decided, or that it was withdrawn. */
  @Bean
  FormStep<CourtCases.Answered> recordCourtResult(CourtCases courtCases, Forms forms) {
    return forms.ofCase(CourtCases.Answered.class, courtCases::result);
  }

  /** Takes what came of enforcing a judgment. */
  @Bean
  FormStep<CourtCases.Enforced> recordEnforcement(CourtCases courtCases, Forms forms) {
    return forms.ofCase(CourtCases.Enforced.class, courtCases::enforce);
  }
}
