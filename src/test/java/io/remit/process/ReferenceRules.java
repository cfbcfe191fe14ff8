package io.remit.process;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What models refer to is there, and what is there is referred to. */
final class ReferenceRules implements ModelRules {

  /** What the code itself starts or asks. */
  private static final Set<String> USED_BY_CODE =
      Set.of(
          CaseModel.KEY,
          CaseModel.SETTLE_MESSAGE,
          CaseModel.PAYMENT_SEARCH,
          CaseModel.PLAN,
          CaseModel.PLAN_DECISION,
          CaseModel.OFFER,
          CaseModel.WAIVER_DECISION,
          CaseModel.APPROVAL_DECISION,
          CaseModel.WITHDRAWAL,
          CaseModel.PROMISE,
          CaseModel.HOLD_REVIEW,
          CaseModel.HOLD_DECISION,
          CaseModel.DISPUTE,
          CaseModel.HARDSHIP,
          CaseModel.RELIEF_DECISION,
          CaseModel.COMPLAINT,
          CaseModel.COMPLAINT_DECISION,
          CaseModel.REGIONAL_RELIEF,
          CaseModel.WORK_DECISION,
          CaseModel.COST_DECISION,
          CaseModel.DIVISION_DECISION,
          CaseModel.ABSENCE,
          CaseModel.PROMISE_DECISION,
          CaseModel.STAGE_DECISION,
          CaseModel.PARTNERS_DECISION,
          CaseModel.POLICY_DECISION,
          CaseModel.CHANNELS_DECISION,
          CaseModel.IDENTIFY_PAYMENT,
          CaseModel.ALLOCATION_DECISION,
          CaseModel.MARKS_DECISION);

  private record Reference(String file, String element, String wanted, Collection<String> existing) {

    static Reference of(String file, FlowElement from, String wanted, Collection<String> existing) {
      return new Reference(file, from.getId(), String.valueOf(wanted), existing);
    }
  }

  @Override
  public void check(Models models, Violations found) {
    List<Reference> references = models.processes().entrySet().stream()
        .flatMap(entry -> referencesIn(entry.getKey(), entry.getValue(), models)).toList();
    references.forEach(reference -> found.unless(reference.existing().contains(reference.wanted()), reference.file(),
        reference.element(), Rule.REFERENCE_EXISTS, "there is no " + reference.wanted()));

    Set<String> used = references.stream().map(Reference::wanted).collect(Collectors.toCollection(TreeSet::new));
    used.addAll(USED_BY_CODE);
    reportUnused(models.processIds(), ".bpmn", used, found);
    reportUnused(models.decisionIds(), ".dmn", used, found);
    reportUnused(models.formIds(), ".form", used, found);
  }

  private static Stream<Reference> referencesIn(String file, BpmnModelInstance model, Models models) {
    return Stream.of(
            model.getModelElementsByType(CallActivity.class).stream()
                .map(call -> Reference.of(file, call, call.getCalledElement(), models.processIds())),
            model.getModelElementsByType(BusinessRuleTask.class).stream()
                .map(task -> Reference.of(file, task, task.getCamundaDecisionRef(), models.decisionIds())),
            model.getModelElementsByType(UserTask.class).stream()
                .map(task -> Reference.of(file, task, task.getCamundaFormRef(), models.formIds())))
        .flatMap(references -> references);
  }

  private static void reportUnused(Collection<String> ids, String extension, Set<String> used, Violations found) {
    ids.stream().filter(id -> !used.contains(id))
        .forEach(id -> found.add(id + extension, id, Rule.MODEL_IS_USED, "no process uses it"));
  }
}
