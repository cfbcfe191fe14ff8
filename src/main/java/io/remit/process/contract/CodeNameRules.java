package io.remit.process.contract;

import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import io.remit.process.decision.DecisionTable;
import io.remit.process.decision.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;

/** The names that the code uses of the models are there, and what models throw at each other is caught. */
final class CodeNameRules implements ModelRules {

  private static final Map<String, Set<String>> ELEMENTS = Lists.of("ids-in-code.txt");
  private static final Set<String> MESSAGES =
      Set.of(CaseModel.CASE_CHANGED, CaseModel.MATTER_CHANGED, CaseModel.CONTACT_TAKEN_BACK);

  @Override
  public void check(Models models, Findings found) {
    models.eachProcess(found, (file, model) -> {
      checkElements(file, model, found);
      model.getModelElementsByType(Message.class).forEach(message -> found.unless(
          MESSAGES.contains(String.valueOf(message.getName())), file, message.getId(),
          ModelRule.CODE_NAMES_EXISTING_ELEMENTS,
          "nobody sends the message " + message.getName() + "; there are " + new TreeSet<>(MESSAGES)));
    });
    Set<String> processes = new HashSet<>(models.processIds());
    Set<String> decisions = new HashSet<>(models.decisionIds());
    models.files().stream().filter(ReadModel::isUnreadable).map(ReadModel::name).forEach(name ->
        (name.endsWith(".bpmn") ? processes : decisions).add(name.replaceFirst("\\.\\w+$", "")));
    ReferenceRules.USED_BY_CODE.forEach(process -> missing(processes.contains(process), process, ".bpmn",
        "Remit starts this process, and it is missing", found));
    Stream.concat(Tables.ALL.stream().map(DecisionTable::key),
        Stream.of(CaseModel.TREATMENT_DECISION, CaseModel.VISIT_DECISION)).forEach(decision ->
            missing(decisions.contains(decision), decision, ".dmn", "Remit asks this decision, and it is missing",
                found));
    if (!models.areIncomplete()) {
      checkErrors(models, found);
    }
  }

  private static void checkElements(String file, BpmnModelInstance model, Findings found) {
    String process = file.replace(".bpmn", "");
    ELEMENTS.getOrDefault(process, Set.of()).stream().filter(id -> model.getModelElementById(id) == null)
        .forEach(id -> found.add(file, id, ModelRule.CODE_NAMES_EXISTING_ELEMENTS,
            "Remit looks for this element by its id, and it is missing"));
  }

  private record ErrorOfModel(String file, BaseElement event, String code) {
  }

  private static void checkErrors(Models models, Findings found) {
    List<ErrorOfModel> thrown = new ArrayList<>();
    List<ErrorOfModel> caught = new ArrayList<>();
    models.eachProcess(found, (file, model) ->
        model.getModelElementsByType(ErrorEventDefinition.class).forEach(definition -> {
          BaseElement event = (BaseElement) definition.getParentElement();
          (event instanceof BoundaryEvent ? caught : thrown).add(new ErrorOfModel(file, event, codeOf(definition)));
        }));
    report(thrown, caught, "it throws the error %s, and nothing catches it", found);
    report(caught, thrown, "it catches the error %s, and nothing throws it", found);
  }

  private static void report(List<ErrorOfModel> errors, List<ErrorOfModel> others, String detail, Findings found) {
    errors.stream().filter(error -> others.stream().noneMatch(other -> other.code().equals(error.code())))
        .forEach(error -> found.add(error.file(), error.event().getId(), ModelRule.CODE_NAMES_EXISTING_ELEMENTS,
            detail.formatted(error.code())));
  }

  private static String codeOf(ErrorEventDefinition definition) {
    Error error = definition.getError();
    return error == null ? "(any)" : String.valueOf(error.getErrorCode());
  }

  private static void missing(boolean there, String name, String ending, String detail, Findings found) {
    found.unless(there, name + ending, name, ModelRule.CODE_NAMES_EXISTING_ELEMENTS, detail);
  }
}
