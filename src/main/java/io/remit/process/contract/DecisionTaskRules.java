package io.remit.process.contract;

import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Decision tasks: what goes into a decision and what becomes of its answer. */
final class DecisionTaskRules implements FileRules {

  private static final Map<String, Set<String>> WIRING = Map.of(
      CaseModel.STAGE_DECISION, Set.of("input daysPastDue ${aging.daysPastDue(execution)}",
          "output stage ${decisionResult.getSingleResult().stage}"),
      CaseModel.TREATMENT_DECISION, Set.of("start ${treatmentFacts}", "end ${treatmentDecided}"),
      "visit-eligibility", Set.of("start ${treatmentFacts}", "singleEntry into " + CaseModel.VISIT_ELIGIBLE));

  @Override
  public void check(ReadModel read, Findings found) {
    read.process().ifPresent(model -> {
      String file = read.name();
      for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
        Set<String> wanted = WIRING.getOrDefault(String.valueOf(task.getCamundaDecisionRef()), Set.of());
        Set<String> drawn = wiringOf(task);
        found.unless(drawn.equals(wanted), file, task.getId(), ModelRule.DECISION_TASK_IS_WIRED,
            "it has " + drawn + " and should have " + new TreeSet<>(wanted));
      }
    });
  }

  private static Set<String> wiringOf(BusinessRuleTask task) {
    Set<String> wiring = new TreeSet<>();
    if (task.getCamundaResultVariable() != null) {
      wiring.add(task.getCamundaMapDecisionResult() + " into " + task.getCamundaResultVariable());
    }
    for (ModelElementInstance extension : extensionsOf(task)) {
      if (extension instanceof CamundaExecutionListener listener) {
        wiring.add(listener.getCamundaEvent() + " " + listener.getCamundaDelegateExpression());
      } else if (extension instanceof CamundaInputOutput mapping) {
        mapping.getCamundaInputParameters().forEach(
            input -> wiring.add("input " + input.getCamundaName() + " " + input.getTextContent().strip()));
        mapping.getCamundaOutputParameters().forEach(
            output -> wiring.add("output " + output.getCamundaName() + " " + output.getTextContent().strip()));
      }
    }
    return wiring;
  }

  private static Collection<ModelElementInstance> extensionsOf(BusinessRuleTask task) {
    return task.getExtensionElements() == null ? List.of()
        : task.getExtensionElements().getElements();
  }
}
