package io.remit.process;

import io.remit.cases.Stage;
import io.remit.gate.Channel;
import io.remit.gate.ContactPolicy;
import io.remit.gate.ContactRule;
import io.remit.gate.ContactRule.Counted;
import io.remit.gate.ContactRule.Kind;
import io.remit.gate.Jurisdiction;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads the rules of contact out of the decisions {@code contact-policy} and {@code channels-by-stage}. Since the gate
 * asks for every contact, answers are remembered until another version of a table is deployed, which is looked for once
 * a minute.
 */
@Component
class ContactPolicyDecision implements ContactPolicy {

  private static final long LOOK_AGAIN_AFTER = Duration.ofMinutes(1).toNanos();

  private final DecisionService decisions;
  private final RepositoryService repository;
  private volatile Answers answers;

  ContactPolicyDecision(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
  }

  private record Answers(String policyId, String stagesId, String version, long lookedAt,
      Map<String, List<ContactRule>> rules, Map<String, Boolean> allowed) {

    boolean areOf(String policy, String stages) {
      return policyId.equals(policy) && stagesId.equals(stages);
    }
  }

  @Override
  public List<ContactRule> rulesOf(Jurisdiction jurisdiction, Channel channel) {
    Answers known = current();
    return known.rules().computeIfAbsent(jurisdiction + " " + channel,
        key -> evaluateRules(known.policyId(), jurisdiction, channel));
  }

  @Override
  public boolean allows(Stage stage, Channel channel) {
    Answers known = current();
    return known.allowed().computeIfAbsent(stage + " " + channel,
        key -> evaluateStage(known.stagesId(), stage, channel));
  }

  @Override
  public String version() {
    return current().version();
  }

  private List<ContactRule> evaluateRules(String policyId, Jurisdiction jurisdiction, Channel channel) {
    return decisions.evaluateDecisionTableById(policyId)
        .variables(Variables.putValue("jurisdiction", jurisdiction.code()).putValue("channel", channel.name()))
        .evaluate().getResultList().stream().map(ContactPolicyDecision::rule).toList();
  }

  private boolean evaluateStage(String stagesId, Stage stage, Channel channel) {
    DmnDecisionRuleResult row = decisions.evaluateDecisionTableById(stagesId)
        .variables(Variables.putValue("stage", stage.name()).putValue("channel", channel.name()))
        .evaluate().getSingleResult();
    return row != null && Boolean.TRUE.equals(row.getEntry("allowed"));
  }

  private static ContactRule rule(Map<String, Object> row) {
    Kind kind = Kind.valueOf(text(row, "kind"));
    String counted = text(row, "counted");
    return new ContactRule(text(row, "rule"), kind, time(row, "from"), time(row, "to"),
        weekdays(text(row, "weekdays")), Boolean.TRUE.equals(row.get("unlessAgreed")), counted == null ? null
        : Counted.valueOf(counted), number(row, "atMost"), number(row, "days"));
  }

  /** On which days hours hold: empty for all of them. */
  private static Set<DayOfWeek> weekdays(String named) {
    return named == null ? EnumSet.allOf(DayOfWeek.class)
        : Arrays.stream(named.split(",")).map(String::strip).map(DayOfWeek::valueOf).collect(Collectors.toSet());
  }

  private static String text(Map<String, Object> row, String column) {
    Object value = row.get(column);
    return value == null || value.toString().isBlank() ? null : value.toString();
  }

  private static LocalTime time(Map<String, Object> row, String column) {
    String value = text(row, column);
    return value == null ? null : LocalTime.parse(value);
  }

  private static int number(Map<String, Object> row, String column) {
    return row.get(column) instanceof Number value ? value.intValue() : 0;
  }

  private Answers current() {
    Answers known = answers;
    if (known != null && System.nanoTime() - known.lookedAt() < LOOK_AGAIN_AFTER) {
      return known;
    }
    DecisionDefinition policy = latest(CaseModel.POLICY_DECISION);
    DecisionDefinition stages = latest(CaseModel.CHANNELS_DECISION);
    boolean same = known != null && known.areOf(policy.getId(), stages.getId());
    known = new Answers(policy.getId(), stages.getId(), policy.getVersionTag(), System.nanoTime(),
        same ? known.rules() : new ConcurrentHashMap<>(), same ? known.allowed() : new ConcurrentHashMap<>());
    answers = known;
    return known;
  }

  private DecisionDefinition latest(String key) {
    return repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).latestVersion().singleResult();
  }
}
