package io.remit.process.contract;

import io.remit.model.ModelExpression;
import io.remit.model.ModelRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Every case comes on: ways lead from the start to an end, loops wait somewhere, and no two timers race. */
final class PathRules implements FileRules {

  @Override
  public void check(ReadModel read, Findings found) {
    read.process().ifPresent(model -> {
      String file = read.name();
      Ways ways = Ways.in(model);
      checkWays(file, ways, found);
      checkLoops(file, ways, found);
      checkTimers(file, model, ways, found);
    });
  }

  /**
   * Where a case goes on to from each node.
   *
   * @param flows along the flows alone
   * @param steps also into a sub-process, out of it when it is done, and from what waits to the events on its edge
   * @param edges the events on the edge of an activity
   */
  private record Ways(Collection<FlowNode> nodes, Map<FlowNode, List<FlowNode>> flows,
      Map<FlowNode, List<FlowNode>> steps, Map<FlowNode, List<BoundaryEvent>> edges) {

    static Ways in(BpmnModelInstance model) {
      Ways ways = new Ways(model.getModelElementsByType(FlowNode.class), new HashMap<>(), new HashMap<>(),
          new HashMap<>());
      for (FlowNode node : ways.nodes()) {
        ways.flows.put(node, new ArrayList<>());
        ways.edges.put(node, new ArrayList<>());
      }
      model.getModelElementsByType(SequenceFlow.class).stream()
          .filter(flow -> flow.getSource() != null && flow.getTarget() != null)
          .forEach(flow -> ways.flows.get(flow.getSource()).add(flow.getTarget()));
      model.getModelElementsByType(BoundaryEvent.class).stream().filter(event -> event.getAttachedTo() != null)
          .forEach(event -> ways.edges.get(event.getAttachedTo()).add(event));
      ways.nodes().forEach(node -> ways.steps.put(node, ways.stepsFrom(node)));
      return ways;
    }

    private List<FlowNode> stepsFrom(FlowNode node) {
      List<FlowNode> steps = new ArrayList<>();
      if (node instanceof SubProcess inside) {
        inside.getFlowElements().stream().filter(StartEvent.class::isInstance).map(StartEvent.class::cast)
            .forEach(steps::add);
      } else if (node instanceof EndEvent end && node.getParentElement() instanceof SubProcess around && isPlain(end)) {
        steps.addAll(flows.get(around));
      } else {
        steps.addAll(flows.get(node));
      }
      for (ModelElementInstance each = node; each instanceof FlowNode around && (waits(node) || each == node);
          each = each.getParentElement()) {
        steps.addAll(edges.get(around));
      }
      return steps;
    }

    boolean isLeftFromOutside(FlowNode scope) {
      for (ModelElementInstance each = scope; each instanceof FlowNode around; each = each.getParentElement()) {
        if (edges.get(around).stream().anyMatch(BoundaryEvent::cancelActivity)) {
          return true;
        }
      }
      return false;
    }
  }

  private static void checkWays(String file, Ways ways, Findings found) {
    Set<FlowNode> begun = reached(beginnings(ways), ways.steps());
    Map<FlowNode, List<FlowNode>> back = new HashMap<>();
    ways.steps().forEach((from, steps) ->
        steps.forEach(to -> back.computeIfAbsent(to, any -> new ArrayList<>()).add(from)));
    List<FlowNode> ends = ways.nodes().stream().filter(PathRules::isTheEnd).toList();
    // what never ends, such as the care for a partner, at least comes back to where it waits
    Set<FlowNode> ended =
        reached(ends.isEmpty() ? ways.nodes().stream().filter(PathRules::waits).toList() : ends, back);
    for (FlowNode node : ways.nodes()) {
      if (!begun.contains(node)) {
        report(file, node, ModelRule.EVERY_PATH_ENDS, "no way leads to it", found);
      } else if (!leadsOn(node, ways)) {
        report(file, node, ModelRule.EVERY_PATH_ENDS, node instanceof SubProcess
            ? "it can be finished inside, and no way leads on from it" : "no way leads on from it", found);
      } else if (!ended.contains(node) && !(node instanceof EndEvent)) {
        report(file, node, ModelRule.EVERY_PATH_ENDS, "no way from it comes to an end", found);
      }
    }
  }

  private static List<FlowNode> beginnings(Ways ways) {
    return ways.nodes().stream().filter(node -> node instanceof StartEvent
        && !(node.getParentElement() instanceof SubProcess)
        || node instanceof SubProcess part && part.triggeredByEvent()).toList();
  }

  /** Whether a case ends there, or leaves what is around it by an error. */
  private static boolean isTheEnd(FlowNode node) {
    return node instanceof EndEvent end && (!(node.getParentElement() instanceof SubProcess) || !isPlain(end));
  }

  private static boolean isPlain(EndEvent end) {
    return end.getEventDefinitions().stream().noneMatch(ErrorEventDefinition.class::isInstance);
  }

  private static boolean leadsOn(FlowNode node, Ways ways) {
    if (node instanceof EndEvent || !ways.flows().get(node).isEmpty()) {
      return true;
    }
    return node instanceof SubProcess scope && (scope.triggeredByEvent() || ways.isLeftFromOutside(scope)
        && scope.getFlowElements().stream().noneMatch(inner -> inner instanceof EndEvent end && isPlain(end)));
  }

  /** A loop in which nothing waits is gone through for ever in one transaction. */
  private static void checkLoops(String file, Ways ways, Findings found) {
    Map<FlowNode, List<FlowNode>> hurried = new HashMap<>();
    ways.flows().forEach((from, to) -> hurried.put(from, isAPause(from) ? List.of()
        : to.stream().filter(next -> !isAPause(next)).toList()));
    Set<FlowNode> told = new HashSet<>();
    for (FlowNode node : ways.nodes()) {
      Set<FlowNode> ahead = reached(hurried.get(node), hurried);
      if (!told.contains(node) && ahead.contains(node)) {
        ahead.stream().filter(each -> reached(hurried.get(each), hurried).contains(node)).forEach(told::add);
        report(file, node, ModelRule.LOOP_WAITS, "from it a way leads back to it past nothing that waits", found);
      }
    }
  }

  /** Where the transaction ends: by waiting, or as a job of its own. */
  private static boolean isAPause(FlowNode node) {
    return waits(node) || node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter();
  }

  private static boolean waits(FlowNode node) {
    return node instanceof UserTask || node instanceof ReceiveTask || node instanceof IntermediateCatchEvent
        || node instanceof CallActivity || node instanceof EventBasedGateway || node instanceof SubProcess;
  }

  private static void checkTimers(String file, BpmnModelInstance model, Ways ways, Findings found) {
    Map<Object, Map<String, BoundaryEvent>> edges = new HashMap<>();
    for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
      String date = dateOf(event);
      if (date == null || event.getAttachedTo() == null) {
        continue;
      }
      Map<String, BoundaryEvent> others = edges.computeIfAbsent(event.getAttachedTo(), any -> new HashMap<>());
      BoundaryEvent same = others.putIfAbsent(date, event);
      if (same != null) {
        report(file, event, ModelRule.TIMERS_DO_NOT_RACE,
            "it has the same date as " + same.getId() + " at the same element: " + date, found);
      } else if (event.cancelActivity() && others.values().stream()
          .anyMatch(other -> other != event && other.cancelActivity())) {
        report(file, event, ModelRule.TIMERS_DO_NOT_RACE,
            "two timers interrupt the same element, and which is first decides", found);
      } else if (!event.cancelActivity() && event.getAttachedTo().getId().startsWith("stage_")) {
        report(file, event, ModelRule.TIMERS_DO_NOT_RACE,
            "a stage has the one timer that leads to the next; this one runs beside it", found);
      }
      for (ModelElementInstance around = event.getAttachedTo().getParentElement(); around instanceof SubProcess scope;
          around = around.getParentElement()) {
        ways.edges().get(scope).stream().filter(outer -> date.equals(dateOf(outer))).forEach(outer ->
            report(file, event, ModelRule.TIMERS_DO_NOT_RACE,
                "it has the same date as " + outer.getId() + " around it: " + date, found));
      }
    }
    for (EventBasedGateway gateway : model.getModelElementsByType(EventBasedGateway.class)) {
      long timers = ways.flows().get(gateway).stream().filter(CatchEvent.class::isInstance).map(CatchEvent.class::cast)
          .filter(event -> dateOf(event) != null).count();
      if (timers > 1) {
        report(file, gateway, ModelRule.TIMERS_DO_NOT_RACE, timers + " timers follow it, and which is first decides",
            found);
      }
    }
  }

  /** The date of a timer, with no blanks; null if the event is none. */
  private static String dateOf(CatchEvent event) {
    return event.getEventDefinitions().stream().filter(TimerEventDefinition.class::isInstance)
        .map(TimerEventDefinition.class::cast)
        .map(timer -> timer.getTimeDate() == null ? "no date" : timer.getTimeDate().getTextContent().strip())
        .map(date -> ModelExpression.of(date) instanceof ModelExpression.Call call
            ? call.method() + call.arguments() : date).findFirst().orElse(null);
  }

  private static Set<FlowNode> reached(Collection<? extends FlowNode> from, Map<FlowNode, List<FlowNode>> next) {
    Set<FlowNode> reached = new LinkedHashSet<>(from);
    Deque<FlowNode> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (FlowNode each : next.getOrDefault(open.pop(), List.of())) {
        if (reached.add(each)) {
          open.push(each);
        }
      }
    }
    return reached;
  }

  private static void report(String file, FlowElement element, ModelRule rule, String detail, Findings found) {
    found.add(file, element.getId(), rule, detail);
  }
}
