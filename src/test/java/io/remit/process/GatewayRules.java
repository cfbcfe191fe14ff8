package io.remit.process;

import io.remit.cases.CaseChange;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.Stage;
import io.remit.contact.Treatment;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Gateways: a way for every value that can come, the default for the one that no condition names. */
final class GatewayRules implements ModelRules {

  @Override
  public void check(Models models, Violations found) {
    Set<String> treatments = new TreeSet<>();
    models.processes().forEach((file, model) -> {
      for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
        if (gateway.getOutgoing().size() > 1) {
          checkGateway(models, file, gateway, treatments, found);
        }
      }
    });
    treatments.add(Treatment.WAIT.name());
    found.unless(treatments.equals(namesOf(Treatment.values())), CaseModel.KEY + ".bpmn", CaseModel.KEY,
        Rule.GATEWAY_ANSWERS_EVERYTHING, "all stages together offer the treatments " + treatments);
  }

  private static void checkGateway(Models models, String file, ExclusiveGateway gateway, Set<String> treatments,
      Violations found) {
    SequenceFlow otherwise = gateway.getDefault();
    Map<String, SequenceFlow> flows = new TreeMap<>();
    Set<String> variables = new TreeSet<>();
    for (SequenceFlow flow : gateway.getOutgoing()) {
      if (flow.equals(otherwise)) {
        continue;
      }
      String condition = flow.getConditionExpression() == null ? "" : flow.getConditionExpression().getTextContent();
      Expression expression = Expression.of(condition);
      if (expression instanceof Expression.Comparison comparison) {
        variables.add(comparison.variable());
        flows.put(comparison.value(), flow);
      } else if (expression instanceof Expression.Call) {
        variables.add("yes or no");
        flows.put("true", flow);
      } else {
        found.add(file, flow.getId(), Rule.GATEWAY_ANSWERS_EVERYTHING, "its condition is '" + condition + "'");
      }
    }
    if (otherwise == null || variables.size() != 1 || flows.size() != gateway.getOutgoing().size() - 1) {
      found.add(file, gateway.getId(), Rule.GATEWAY_ANSWERS_EVERYTHING,
          "it needs a default flow and on each other flow another value of one variable; it asks for " + variables);
      return;
    }
    String variable = variables.iterator().next();
    if (variable.equals(CaseModel.TREATMENT)) {
      treatments.addAll(flows.keySet());
      found.unless(namesOf(Treatment.values()).containsAll(flows.keySet())
              && !flows.containsKey(Treatment.WAIT.name()), file, gateway.getId(), Rule.GATEWAY_ANSWERS_EVERYTHING,
          "it offers " + flows.keySet() + " and must leave WAIT to the default");
      return;
    }
    Set<String> left = new TreeSet<>(valuesOf(variable, gateway, models));
    boolean allKnown = left.containsAll(flows.keySet());
    left.removeAll(flows.keySet());
    if (!allKnown || left.size() != 1) {
      found.add(file, gateway.getId(), Rule.GATEWAY_ANSWERS_EVERYTHING, "it has ways for %s of %s and the default for %s"
          .formatted(flows.keySet(), valuesOf(variable, gateway, models), left));
      return;
    }
    flows.put(left.iterator().next(), otherwise);
    flows.forEach((value, flow) -> targetOf(variable, value).ifPresent(target -> found.unless(
        flow.getTarget().getId().equals(target), file, flow.getId(), Rule.GATEWAY_ANSWERS_EVERYTHING,
        value + " leads to " + flow.getTarget().getId() + " instead of " + target)));
  }

  private static Set<String> valuesOf(String variable, ExclusiveGateway gateway, Models models) {
    return switch (variable) {
      case CaseModel.STAGE -> namesOf(Stage.values());
      case CaseModel.CHANGE -> namesOf(CaseChange.values());
      case CaseModel.OUTCOME -> outcomesBefore(gateway, models);
      default -> Set.of("true", "false");
    };
  }

  /** What the form of the user task just before a gateway offers. */
  private static Set<String> outcomesBefore(ExclusiveGateway gateway, Models models) {
    return gateway.getPreviousNodes().filterByType(UserTask.class).list().stream()
        .map(UserTask::getCamundaFormRef).map(form -> models.forms().get(form + ".form"))
        .filter(form -> form != null).map(FormModel::new).map(FormModel::outcomes)
        .flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where a value must lead, if its name says so. */
  private static Optional<String> targetOf(String variable, String value) {
    if (variable.equals(CaseModel.STAGE)) {
      return Optional.of(CaseModel.elementOf(Stage.valueOf(value)));
    }
    boolean closes = variable.equals(CaseModel.CHANGE) && namesOf(CloseReason.values()).contains(value);
    return closes ? Optional.of("end_" + value.toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  private static Set<String> namesOf(Enum<?>... constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
