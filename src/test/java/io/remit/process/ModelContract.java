package io.remit.process;

import java.util.List;

/** Everything that models must keep to. */
final class ModelContract {

  private static final List<ModelRules> RULES = List.of(new NamingRules(), new ExpressionRules(), new TimerRules(),
      new ReferenceRules(), new CodeNameRules(), new TaskRules(), new LifecycleRules(), new GatewayRules(),
      new DecisionTaskRules(), new DecisionRules(), new AgingRules(), new TreatmentRules(), new MessageRules(),
      new FormRules());

  private ModelContract() {
  }

  /** What these models break. */
  static List<Violation> violationsOf(Models models) {
    Violations found = new Violations();
    RULES.forEach(rules -> rules.check(models, found));
    return found.all();
  }
}
