package io.remit.process.migration;

import io.remit.model.MigrationInstructions;
import io.remit.release.migration.Obstacle;
import io.remit.release.migration.ProcessVersions.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Which element of one version of a model becomes which of another. Every element is led to the one that the
 * instructions name, or to that with its id; what the engine does not take is left out, and whoever stands there stays.
 */
final class MovePlan {

  private final MigrationPlan plan;
  private final List<Place> places;

  private MovePlan(MigrationPlan plan, List<Place> places) {
    this.plan = plan;
    this.places = places;
  }

  static MovePlan between(ProcessEngine engine, String fromDefinition, String toDefinition,
      MigrationInstructions instructions) {
    BpmnModelInstance from = engine.getRepositoryService().getBpmnModelInstance(fromDefinition);
    BpmnModelInstance to = engine.getRepositoryService().getBpmnModelInstance(toDefinition);
    Map<String, String> wanted = new LinkedHashMap<>();
    for (FlowNode node : from.getModelElementsByType(FlowNode.class)) {
      String target = instructions.elements().getOrDefault(node.getId(), node.getId());
      if (obstacle(node, to.getModelElementById(target)) == null) {
        wanted.put(node.getId(), target);
      }
    }
    keepWhatStaysInItsPlace(wanted, from, to);
    MigrationPlan plan = accepted(engine, fromDefinition, toDefinition, wanted, from, to);
    List<String> moved = plan.getInstructions().stream().map(MigrationInstruction::getSourceActivityId).toList();
    List<Place> places = from.getModelElementsByType(FlowNode.class).stream().filter(MovePlan::mayWait)
        .map(node -> place(node, instructions, to, moved.contains(node.getId()))).toList();
    return new MovePlan(plan, places);
  }

  private static Place place(FlowNode node, MigrationInstructions instructions, BpmnModelInstance to, boolean moves) {
    String name = node.getName() == null ? node.getId() : node.getName();
    String target = instructions.elements().getOrDefault(node.getId(), node.getId());
    if (moves) {
      return new Place(node.getId(), name, target, null);
    }
    Obstacle obstacle = obstacle(node, to.getModelElementById(target));
    return new Place(node.getId(), name, null, obstacle == null ? Obstacle.OTHER_PLACE : obstacle);
  }

  /** What can be seen of two elements alone; null if nothing is in the way. */
  private static Obstacle obstacle(FlowNode from, Object to) {
    boolean calls = from instanceof CallActivity;
    if (!(to instanceof FlowNode target)) {
      return calls ? Obstacle.CALLED_NO_MORE : Obstacle.NO_COUNTERPART;
    }
    if (!from.getElementType().getTypeName().equals(target.getElementType().getTypeName())
        || !Objects.equals(waitsFor(from), waitsFor(target))) {
      return calls ? Obstacle.CALLED_NO_MORE : Obstacle.OTHER_KIND;
    }
    return calls && !Objects.equals(((CallActivity) from).getCalledElement(),
        ((CallActivity) target).getCalledElement()) ? Obstacle.OTHER_CALL : null;
  }

  /** A sub-process around what moves has to move with it: else a case would be in one that it never entered. */
  private static void keepWhatStaysInItsPlace(Map<String, String> wanted, BpmnModelInstance from,
      BpmnModelInstance to) {
    while (wanted.entrySet().removeIf(each -> !Objects.equals(
        subProcessAround(from.getModelElementById(each.getKey())).map(around -> wanted.getOrDefault(around, "")),
        subProcessAround(to.getModelElementById(each.getValue()))))) {
      // what is left out may be around others
    }
  }

  private static Optional<String> subProcessAround(FlowNode node) {
    return node.getParentElement() instanceof SubProcess around ? Optional.of(around.getId()) : Optional.empty();
  }

  /** Leaves out what the engine does not take, until it takes the rest. */
  private static MigrationPlan accepted(ProcessEngine engine, String fromDefinition, String toDefinition,
      Map<String, String> wanted, BpmnModelInstance from, BpmnModelInstance to) {
    while (true) {
      MigrationPlanBuilder builder = engine.getRuntimeService().createMigrationPlan(fromDefinition, toDefinition);
      wanted.forEach((source, target) -> {
        var one = builder.mapActivities(source, target);
        if (!Objects.equals(messageOf(from.getModelElementById(source)), messageOf(to.getModelElementById(target)))) {
          one.updateEventTrigger();
        }
      });
      try {
        return apart(engine, builder);
      } catch (MigrationPlanValidationException refused) {
        List<String> failing = refused.getValidationReport().getInstructionReports().stream()
            .filter(MigrationInstructionValidationReport::hasFailures)
            .map(report -> report.getMigrationInstruction().getSourceActivityId()).toList();
        if (failing.isEmpty() || !wanted.keySet().removeAll(failing)) {
          throw refused;
        }
      }
    }
  }

  /** What is refused would else roll back the transaction that runs. */
  private static MigrationPlan apart(ProcessEngine engine, MigrationPlanBuilder builder) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequiresNew()
        .execute(context -> context.runWithoutAuthorization(builder::build));
  }

  /** The kind of event for which an element waits; null if it waits for none. */
  private static String waitsFor(FlowNode node) {
    if (node instanceof CatchEvent event) {
      return event.getEventDefinitions().stream().map(each -> each.getElementType().getTypeName()).findFirst()
          .orElse(null);
    }
    return messageOf(node) == null ? null : "message";
  }

  /** The message for which an element waits; null if it waits for none. */
  private static String messageOf(Object element) {
    Message message = element instanceof ReceiveTask task ? task.getMessage()
        : element instanceof CatchEvent event ? event.getEventDefinitions().stream()
            .filter(MessageEventDefinition.class::isInstance)
            .map(definition -> ((MessageEventDefinition) definition).getMessage()).findFirst().orElse(null)
        : null;
    return message == null ? null : message.getName();
  }

  private static boolean mayWait(FlowNode node) {
    return node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter() || node instanceof UserTask
        || node instanceof ReceiveTask || node instanceof CallActivity || node instanceof EventBasedGateway
        || node instanceof CatchEvent && !(node instanceof StartEvent) && !(node instanceof BoundaryEvent);
  }

  /** What becomes of each element at which a process of the older version may wait. */
  List<Place> places() {
    return places;
  }

  /** As the engine takes it. */
  MigrationPlan engines() {
    return plan;
  }
}
