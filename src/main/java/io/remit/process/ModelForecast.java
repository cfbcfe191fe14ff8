package io.remit.process;

import io.remit.cases.Channel;
import io.remit.cases.Stage;
import io.remit.contact.ConversationOutcome;
import io.remit.contact.treatment.TreatmentDecision;
import io.remit.contact.treatment.TreatmentForecast;
import io.remit.process.decision.DecisionTables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads from the tables and drawings in their latest version what a case would do. */
@Component
class ModelForecast implements TreatmentForecast {

  private final DecisionTables tables;
  private final RepositoryService repository;

  ModelForecast(DecisionTables tables, @Lazy RepositoryService repository) {
    this.tables = tables;
    this.repository = repository;
  }

  @Override
  public TreatmentDecision decide(Map<String, Object> facts) {
    Map<String, Object> known = new HashMap<>(facts);
    boolean decidesOnVisits = facts.get(CaseModel.STAGE).equals(Stage.VISIT.name());
    known.put(CaseModel.VISIT_ELIGIBLE,
        decidesOnVisits && (boolean) tables.row(CaseModel.VISIT_DECISION, facts).get("eligible"));
    return TreatmentDecision.of(tables.row(CaseModel.TREATMENT_DECISION, known));
  }

  @Override
  public Map<ConversationOutcome, Integer> restDays(Channel channel, Set<ConversationOutcome> outcomes) {
    String process = channel == Channel.VISIT ? CaseModel.VISIT : CaseModel.CALL;
    BpmnModelInstance drawing = repository.getBpmnModelInstance(repository.createProcessDefinitionQuery()
        .processDefinitionKey(process).latestVersion().singleResult().getId());
    Optional<ExclusiveGateway> whichOutcome = drawing.getModelElementsByType(ExclusiveGateway.class).stream()
        .filter(gateway -> gateway.getOutgoing().stream().anyMatch(flow -> asks(flow, "${outcome == '"))).findFirst();
    return outcomes.stream().collect(Collectors.toMap(Function.identity(),
        outcome -> whichOutcome.flatMap(gateway -> wayOf(outcome, gateway)).map(flow -> daysFrom(flow.getTarget()))
            .orElse(0)));
  }

  private static Optional<SequenceFlow> wayOf(ConversationOutcome outcome, ExclusiveGateway gateway) {
    return gateway.getOutgoing().stream().filter(flow -> asks(flow, "${outcome == '" + outcome.name() + "'}"))
        .findFirst().or(() -> Optional.ofNullable(gateway.getDefault()));
  }

  private static boolean asks(SequenceFlow flow, String question) {
    ConditionExpression condition = flow.getConditionExpression();
    return condition != null && condition.getTextContent().strip().startsWith(question);
  }

  /** Goes the usual way, until a step that leaves the debtor in peace. */
  private static int daysFrom(FlowNode node) {
    Optional<Integer> days = Optional.ofNullable(node.getExtensionElements())
        .flatMap(extensions -> extensions.getChildElementsByType(CamundaInputOutput.class).stream()
            .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
            .filter(parameter -> parameter.getCamundaName().equals(CaseModel.DAYS)).findFirst())
        .map(parameter -> Integer.valueOf(parameter.getTextContent().strip()));
    return days.orElseGet(() -> usualWay(node).map(flow -> daysFrom(flow.getTarget())).orElse(0));
  }

  private static Optional<SequenceFlow> usualWay(FlowNode node) {
    return node instanceof ExclusiveGateway gateway ? Optional.ofNullable(gateway.getDefault())
        : node.getOutgoing().stream().findFirst();
  }
}
