package io.remit.process.contract;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.Stage;
import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The ladder of stages in {@code collection-case.bpmn}, what interrupts it and how it ends. */
final class LifecycleRules implements ModelRules {

  private static final String FILE = CaseModel.KEY + ".bpmn";

  @Override
  public void check(Models models, Findings found) {
    models.collectionCase().ifPresent(model -> {
      checkStages(model, found);
      checkInterruption(model, found);
      checkEnds(model, found);
    });
  }

  private static void checkStages(BpmnModelInstance model, Findings found) {
    List<SubProcess> drawn = model.getModelElementsByType(SubProcess.class).stream()
        .filter(subProcess -> subProcess.getId().startsWith("stage_")).toList();
    Set<String> ids = drawn.stream().map(SubProcess::getId).collect(Collectors.toCollection(TreeSet::new));
    Set<String> wanted =
        Arrays.stream(Stage.values()).map(CaseModel::elementOf).collect(Collectors.toCollection(TreeSet::new));
    if (!ids.equals(wanted)) {
      found.add(FILE, CaseModel.KEY, ModelRule.STAGES_MATCH_THE_CODE, "drawn are " + ids + ", in the code " + wanted);
      return;
    }
    for (SubProcess subProcess : drawn) {
      Set<String> listeners = listeners(subProcess);
      found.unless(listeners.equals(Set.of("start ${stageEntered}", "end ${stageLeft}")), FILE, subProcess.getId(),
          ModelRule.STAGE_IS_REPORTED, "its listeners are " + listeners);
      checkTimer(model, subProcess, found);
    }
  }

  private static void checkTimer(BpmnModelInstance model, SubProcess subProcess, Findings found) {
    Stage stage = CaseModel.stageOf(subProcess.getId());
    boolean last = stage.ordinal() == Stage.values().length - 1;
    List<String> wanted = last ? List.of() : List.of(timerTo(Stage.values()[stage.ordinal() + 1]));
    List<String> drawn = boundaries(model, subProcess).filter(LifecycleRules::isTimer)
        .map(LifecycleRules::describe).toList();
    found.unless(drawn.equals(wanted), FILE, subProcess.getId(), ModelRule.STAGE_LEADS_TO_THE_NEXT,
        "its timers are " + drawn + " and should be " + wanted);
  }

  private static String timerTo(Stage stage) {
    return "interrupting ${aging.stageDue(execution, '%s')} to %s".formatted(stage, CaseModel.elementOf(stage));
  }

  private static String describe(BoundaryEvent event) {
    String dates = definitions(event, TimerEventDefinition.class)
        .map(timer -> timer.getTimeDate() == null ? "no date" : timer.getTimeDate().getTextContent().strip())
        .collect(Collectors.joining(", "));
    String targets =
        event.getSucceedingNodes().list().stream().map(FlowNode::getId).collect(Collectors.joining(", "));
    return (event.cancelActivity() ? "interrupting " : "not interrupting ") + dates + " to " + targets;
  }

  private static void checkInterruption(BpmnModelInstance model, Findings found) {
    Set<ModelElementInstance> scopes = model.getModelElementsByType(SubProcess.class).stream()
        .filter(subProcess -> subProcess.getId().startsWith("stage_")).map(SubProcess::getParentElement)
        .collect(Collectors.toSet());
    List<SubProcess> scope = scopes.stream().filter(SubProcess.class::isInstance).map(SubProcess.class::cast).toList();
    if (scopes.size() != 1 || scope.size() != 1) {
      found.add(FILE, CaseModel.KEY, ModelRule.ONE_MESSAGE_INTERRUPTS, "the stages do not share one sub-process");
      return;
    }
    List<String> messages = boundaries(model, scope.get(0)).filter(BoundaryEvent::cancelActivity)
        .flatMap(event -> definitions(event, MessageEventDefinition.class))
        .map(definition -> definition.getMessage() == null ? "none" : definition.getMessage().getName()).toList();
    found.unless(messages.equals(List.of(CaseModel.CASE_CHANGED)), FILE, scope.get(0).getId(),
        ModelRule.ONE_MESSAGE_INTERRUPTS, "the messages that interrupt it are " + messages);
  }

  private static void checkEnds(BpmnModelInstance model, Findings found) {
    List<EndEvent> ends = model.getModelElementsByType(EndEvent.class).stream()
        .filter(end -> end.getParentElement() instanceof Process).toList();
    Set<String> ids = ends.stream().map(EndEvent::getId).collect(Collectors.toCollection(TreeSet::new));
    Set<String> wanted = Arrays.stream(CloseReason.values())
        .map(reason -> "end_" + reason.name().toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    found.unless(ids.equals(wanted), FILE, CaseModel.KEY, ModelRule.ENDS_MATCH_THE_CODE,
        "drawn are " + ids + ", in the code " + wanted);
    for (EndEvent end : ends) {
      Set<String> listeners = listeners(end);
      found.unless(listeners.equals(Set.of("start ${caseClosed}")), FILE, end.getId(), ModelRule.ENDS_MATCH_THE_CODE,
          "its listeners are " + listeners);
    }
  }

  private static boolean isTimer(BoundaryEvent event) {
    return definitions(event, TimerEventDefinition.class).findAny().isPresent();
  }

  private static <T extends ModelElementInstance> Stream<T> definitions(BoundaryEvent event, Class<T> type) {
    return event.getEventDefinitions().stream().filter(type::isInstance).map(type::cast);
  }

  private static Stream<BoundaryEvent> boundaries(BpmnModelInstance model, SubProcess around) {
    return model.getModelElementsByType(BoundaryEvent.class).stream()
        .filter(event -> around.equals(event.getAttachedTo()));
  }

  private static Set<String> listeners(FlowNode node) {
    return node.getExtensionElements() == null ? Set.of()
        : node.getExtensionElements().getElementsQuery().filterByType(CamundaExecutionListener.class).list().stream()
            .map(listener -> listener.getCamundaEvent() + " " + listener.getCamundaDelegateExpression())
            .collect(Collectors.toSet());
  }
}
