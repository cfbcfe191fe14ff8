package io.remit.process.steps;

import static io.remit.process.CaseModel.matterOf;

import io.remit.hardship.Hardships;
import io.remit.hardship.Reliefs;
import io.remit.process.CurrentUser;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code hardship.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class HardshipSteps {

  /** Takes what a second person found of a document. */
  @Bean
  FormStep<Hardships.Checked> recordEvidenceCheck(Hardships hardships, Forms forms) {
    return forms.ofMatter(Hardships.Checked.class, hardships::check);
  }

  /** Refuses relief, since evidence is forged. */
  @Bean
  JavaDelegate refuseForged(Reliefs reliefs, CurrentUser user) {
    return execution -> reliefs.refuseForged(matterOf(execution), user.id());
  }

  /** Takes the supervisor's decision on relief. */
  @Bean
  FormStep<Reliefs.Decided> recordReliefDecision(Reliefs reliefs, Forms forms) {
    return forms.ofMatter(Reliefs.Decided.class, reliefs::decide);
  }

  /** Books the part that need not be paid. */
  @Bean
  JavaDelegate waivePart(Reliefs reliefs, CurrentUser user) {
    return execution -> reliefs.waive(matterOf(execution), user.id());
  }

  /** Lets collection go on beside the plan of lower instalments that was proposed. */
  @Bean
  JavaDelegate goOnWithInstalments(Reliefs reliefs, CurrentUser user) {
    return execution -> reliefs.goOnWithInstalments(matterOf(execution), user.id());
  }

  /** Collection goes on without interest. */
  @Bean
  JavaDelegate stopInterest(Reliefs reliefs, CurrentUser user) {
    return execution -> reliefs.stopInterest(matterOf(execution), user.id());
  }

  /** Takes what becomes of a relief whose day has come. */
  @Bean
  FormStep<Reliefs.Reviewed> recordReliefReview(Reliefs reliefs, Forms forms) {
    return forms.ofMatter(Reliefs.Reviewed.class, reliefs::review);
  }

  /** A relief is over: what it paused goes on. */
  @Bean
  JavaDelegate endRelief(Reliefs reliefs, CurrentUser user) {
    return execution -> reliefs.end(matterOf(execution), user.id());
  }
}
