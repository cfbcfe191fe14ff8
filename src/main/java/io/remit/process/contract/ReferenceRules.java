package io.remit.process.contract;

import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import io.remit.process.decision.Tables;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What models refer to is there, and what is there is referred to. */
final class ReferenceRules implements ModelRules {

  /** What the code itself starts or asks. */
  static final Set<String> USED_BY_CODE =
      Set.of(
          CaseModel.KEY,
          CaseModel.SETTLE_MESSAGE,
          CaseModel.PAYMENT_SEARCH,
          CaseModel.FIND_DEBTOR,
          CaseModel.PLAN,
          CaseModel.OFFER,
          CaseModel.WITHDRAWAL,
          CaseModel.MISSING_ACCOUNTS,
          CaseModel.PROMISE,
          CaseModel.HOLD_REVIEW,
          CaseModel.DISPUTE,
          CaseModel.HARDSHIP,
          CaseModel.COMPLAINT,
          CaseModel.REGIONAL_RELIEF,
          CaseModel.ABSENCE,
          CaseModel.IDENTIFY_PAYMENT,
          CaseModel.STATEMENT_DIFFERENCE,
          CaseModel.CASE_PROOF,
          CaseModel.TELL_COURT,
          CaseModel.TELL_PARTNER, CaseModel.PARTNER_CHANGES,
          CaseModel.PARTNER_CARE,
          CaseModel.PARTNER_KEY,
          CaseModel.PARTNER_APPLICATION,
          CaseModel.PARTNER_CASE,
          CaseModel.DELETION_PROOF,
          CaseModel.PARTNER_DELETION,
          CaseModel.MISSING_REPORT,
          CaseModel.MANDATE_END,
          CaseModel.PLACEMENT_BATCH,
          CaseModel.FIRM_CASE,
          CaseModel.NEAR_BY,
          CaseModel.TELL_FIRM);

  @Override
  public void check(Models models, Findings found) {
    Set<String> used = models.processes().values().stream().flatMap(ReferenceRules::referencesIn)
        .map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    used.addAll(USED_BY_CODE);
    Tables.ALL.forEach(table -> used.add(table.key()));
    if (models.areIncomplete()) {
      return;
    }
    reportUnused(models.processIds(), ".bpmn", used, found);
    reportUnused(models.decisionIds(), ".dmn", used, found);
    reportUnused(models.formIds(), ".form", used, found);
  }

  private static Stream<String> referencesIn(BpmnModelInstance model) {
    return Stream.of(
            model.getModelElementsByType(CallActivity.class).stream().map(CallActivity::getCalledElement),
            model.getModelElementsByType(BusinessRuleTask.class).stream().map(BusinessRuleTask::getCamundaDecisionRef),
            model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef))
        .flatMap(references -> references);
  }

  private static void reportUnused(Collection<String> ids, String extension, Set<String> used, Findings found) {
    ids.stream().filter(id -> !used.contains(id))
        .forEach(id -> found.add(id + extension, id, ModelRule.MODEL_IS_USED, "no process uses it"));
  }
}
