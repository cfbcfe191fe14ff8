package io.remit.process.contract;

import io.remit.cases.CaseChange;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.Stage;
import io.remit.contact.treatment.Treatment;
import io.remit.model.ModelExpression;
import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

  /**
   * What can become of a matter, by the process that it runs in, or by one gateway of it: the values of
   * {@link CaseModel#RESULT}.
   */
  private static final Map<String, Set<String>> RESULTS = Map.of(
      "promise.bpmn", Set.of("KEPT", "PARTLY_KEPT", "BROKEN", "REJECTED", "CANCELLED"),
      "hardship.bpmn", Set.of("EVIDENCE", "ENDED"),
      "placement.bpmn", Set.of("HANDED_OVER", "REFUSED"),
      "placement.bpmn#after_placement", Set.of("LADDER", "ANOTHER_PARTNER", "COURT", "OFFICER"),
      "placement-batch.bpmn", Set.of("COMPOSED", "NOTHING"),
      "court-case.bpmn", Set.of("FILED", "NOT_POSSIBLE", "REFUSED"),
      "plan.bpmn", Set.of("COMPLETED", "BREACHED", "CANCELLED", "CASE_CLOSED"),
      "settlement-offer.bpmn", Set.of("FULFILLED", "LAPSED", "REJECTED", "CASE_CLOSED"));

  @Override
  public void check(Models models, Findings found) {
    Set<String> treatments = new TreeSet<>();
    models.eachProcess(found, (file, model) -> {
      for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
        if (gateway.getOutgoing().size() > 1) {
          checkGateway(models, file, gateway, treatments, found);
        }
      }
    });
    treatments.add(Treatment.WAIT.name());
    found.unless(models.collectionCase().isEmpty() || treatments.equals(namesOf(Treatment.values())),
        CaseModel.KEY + ".bpmn", CaseModel.KEY, ModelRule.GATEWAY_ANSWERS_EVERYTHING,
        "all stages together offer the treatments " + treatments);
  }

  private static void checkGateway(Models models, String file, ExclusiveGateway gateway, Set<String> treatments,
      Findings found) {
    Ways ways = Ways.of(gateway);
    if (ways == null) {
      report(file, gateway, "it needs a default flow and on each other flow another value of one variable", found);
    } else if (ways.variable().equals(CaseModel.TREATMENT)) {
      treatments.addAll(ways.flows().keySet());
      found.unless(namesOf(Treatment.values()).containsAll(ways.flows().keySet())
              && !ways.flows().containsKey(Treatment.WAIT.name()), file, gateway.getId(),
          ModelRule.GATEWAY_ANSWERS_EVERYTHING, "it offers " + ways.flows().keySet()
          + " and leaves WAIT to the default");
    } else {
      checkAllValues(file, gateway, ways, valuesOf(file, ways.variable(), gateway, models), found);
    }
  }

  private static void checkAllValues(String file, ExclusiveGateway gateway, Ways ways, Set<String> values,
      Findings found) {
    if (values.isEmpty() && ways.variable().equals(CaseModel.OUTCOME)) {
      if (gateway.getPreviousNodes().filterByType(UserTask.class).list().isEmpty()) {
        report(file, gateway, "no task just before it has a form that offers outcomes", found);
      }
      return;
    }
    Set<String> left = new TreeSet<>(values);
    left.removeAll(ways.flows().keySet());
    if (!values.containsAll(ways.flows().keySet()) || left.size() != 1) {
      report(file, gateway, told(ways.flows().keySet(), values, left), found);
      return;
    }
    Map<String, SequenceFlow> all = new TreeMap<>(ways.flows());
    all.put(left.iterator().next(), gateway.getDefault());
    all.forEach((value, flow) -> targetOf(ways.variable(), value).ifPresent(target -> found.unless(
        flow.getTarget().getId().equals(target), file, flow.getId(), ModelRule.GATEWAY_ANSWERS_EVERYTHING,
        value + " leads to " + flow.getTarget().getId() + " instead of " + target)));
  }

  /** @param left what no condition names */
  private static String told(Set<String> drawn, Set<String> values, Set<String> left) {
    Set<String> unknown = new TreeSet<>(drawn);
    unknown.removeAll(values);
    if (!unknown.isEmpty()) {
      return "it has a way for " + String.join(", ", unknown) + ", which never comes; there are "
          + String.join(", ", values);
    }
    return left.isEmpty() ? "each value has its way, and nothing is left for the default flow"
        : "there is no way for " + String.join(", ", left) + "; the default flow can be for one of them alone";
  }

  private static void report(String file, ExclusiveGateway gateway, String detail, Findings found) {
    found.add(file, gateway.getId(), ModelRule.GATEWAY_ANSWERS_EVERYTHING, detail);
  }

  /**
   * The flows out of a gateway by the value that each is for, without the default.
   *
   * @param variable what their conditions ask for
   */
  private record Ways(String variable, Map<String, SequenceFlow> flows) {

    /** Null where the flows are not of this kind. */
    static Ways of(ExclusiveGateway gateway) {
      Map<String, SequenceFlow> flows = new TreeMap<>();
      Set<String> variables = new TreeSet<>();
      for (SequenceFlow flow : gateway.getOutgoing()) {
        ModelExpression condition = ModelExpression.of(
            flow.getConditionExpression() == null ? "" : flow.getConditionExpression().getTextContent());
        if (condition instanceof ModelExpression.Comparison comparison) {
          variables.add(comparison.variable());
          flows.put(comparison.value(), flow);
        } else if (condition instanceof ModelExpression.Call call) {
          variables.add(call.bean() + "." + call.method());
          flows.put("true", flow);
        }
      }
      boolean complete = gateway.getDefault() != null && !flows.containsValue(gateway.getDefault())
          && flows.size() == gateway.getOutgoing().size() - 1 && variables.size() == 1;
      return complete ? new Ways(variables.iterator().next(), flows) : null;
    }
  }

  private static Set<String> valuesOf(String file, String variable, ExclusiveGateway gateway, Models models) {
    return switch (variable) {
      case CaseModel.STAGE -> namesOf(Stage.values());
      case CaseModel.CHANGE -> namesOf(CaseChange.values());
      case CaseModel.RESULT -> RESULTS.getOrDefault(file + "#" + gateway.getId(),
          RESULTS.getOrDefault(file, Set.of()));
      case CaseModel.OUTCOME -> outcomesBefore(gateway, models);
      default -> Set.of("true", "false");
    };
  }

  /** What the form of the user task just before a gateway offers. */
  private static Set<String> outcomesBefore(ExclusiveGateway gateway, Models models) {
    return gateway.getPreviousNodes().filterByType(UserTask.class).list().stream()
        .map(UserTask::getCamundaFormRef).map(form -> models.forms().get(form + ".form"))
        .filter(Objects::nonNull).map(FormModel::new).map(FormModel::outcomes)
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
