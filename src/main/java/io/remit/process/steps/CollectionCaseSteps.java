package io.remit.process.steps;

import static io.remit.process.CaseModel.caseOf;
import static io.remit.process.CaseModel.setForNow;
import static io.remit.process.CaseModel.stageOf;

import io.remit.cases.CaseLifecycle;
import io.remit.cases.Stage;
import io.remit.contact.treatment.StepText;
import io.remit.contact.treatment.TreatmentDecision;
import io.remit.contact.treatment.TreatmentQuestions;
import io.remit.contact.treatment.Treatments;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.process.decision.DecisionTables;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code collection-case.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class CollectionCaseSteps {

  /** The token has moved into a stage. */
  @Bean
  ExecutionListener stageEntered(CaseLifecycle lifecycle) {
    return execution -> {
      Stage stage = stageOf(execution.getCurrentActivityId());
      lifecycle.stageEntered(caseOf(execution), stage);
      execution.setVariable(CaseModel.STAGE, stage.name());
    };
  }

  /** Gives the treatment decisions what they ask for; nothing of it is stored. */
  @Bean
  ExecutionListener treatmentFacts(TreatmentQuestions questions, DecisionTables tables) {
    return execution -> {
      tables.asTablesCompareThem(questions.facts(caseOf(execution)))
          .forEach((name, value) -> setForNow(execution, name, value));
      boolean decidedHere = execution.getCurrentActivityId().equals(CaseModel.VISIT_DECISION_TASK);
      if (!decidedHere && !execution.hasVariable(CaseModel.VISIT_ELIGIBLE)) {
        setForNow(execution, CaseModel.VISIT_ELIGIBLE, false);
      }
    };
  }

  /** Takes the answer of the decision {@code next-treatment} and tells the gateway behind it. */
  @Bean
  ExecutionListener treatmentDecided(Treatments treatments) {
    return execution -> {
      Map<String, Object> row = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
      TreatmentDecision decision = TreatmentDecision.of(row);
      treatments.decided(caseOf(execution), decision);
      setForNow(execution, CaseModel.TREATMENT, decision.treatment().name());
    };
  }

  /**
   * Plans the message that the treatment decision asked for, or the {@code text} that the model says, after which the
   * case rests for its {@code days}; the dispatcher sends it once this is committed.
   */
  @Bean
  JavaDelegate sendMessage(Treatments treatments) {
    return execution -> {
      Object text = execution.getVariableLocal(CaseModel.TEXT);
      if (text == null) {
        treatments.planMessage(caseOf(execution));
      } else {
        treatments.planMessage(caseOf(execution), StepText.of(text.toString()).orElseThrow(),
            Integer.parseInt(String.valueOf(execution.getVariableLocal(CaseModel.DAYS))));
      }
    };
  }
}
