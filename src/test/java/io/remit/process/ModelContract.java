package io.remit.process;

import io.remit.model.ModelCheck;
import java.util.List;

/** Everything that models must keep to: what is asked at each start, and what only a build can ask. */
final class ModelContract {

  private static final List<ModelRules> RULES = List.of(new ExpressionRules(), new TimerRules(), new ReferenceRules(),
      new CodeNameRules(), new TaskRules(), new LifecycleRules(), new GatewayRules(),
      new DecisionTaskRules(), new DecisionRules(), new AgingRules(), new TreatmentRules(), new MessageRules(),
      new FormRules());

  private ModelContract() {
  }

  /** What these models break. */
  static List<Violation> violationsOf(Models models) {
    Violations found = new Violations();
    new ModelCheck(ModelLanguage.VOCABULARY).check(models.folder()).forEach(
        finding -> found.add(finding.file(), finding.element(), finding.rule(), finding.detail()));
    RULES.forEach(rules -> rules.check(models, found));
    return found.all();
  }
}
