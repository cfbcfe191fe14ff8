package io.remit.process.contract;

import io.remit.model.ModelCheck;
import io.remit.process.engine.ModelLanguage;
import java.util.List;
import java.util.stream.Stream;

/** Everything that models must keep to: what is asked at each start, and what only a build can ask. */
final class ModelContract {

  private static final List<ModelRules> RULES = List.of(new ExpressionRules(), new TimerRules(), new ReferenceRules(),
      new CodeNameRules(), new TaskRules(), new LifecycleRules(), new GatewayRules(),
      new DecisionTaskRules(), new DecisionRules(), new AgingRules(), new TreatmentRules(), new MessageRules(),
      new FormRules(), new LabelRules(), new ColourRules());

  private ModelContract() {
  }

  /** What these models break. */
  static List<Violation> violationsOf(Models models) {
    return findingsIn(models).toList();
  }

  /** What these models break; each rule is asked when all is read that those before it have found. */
  static Stream<Violation> findingsIn(Models models) {
    Stream<ModelRules> atStart = Stream.of(ModelContract::checkAsAtStart);
    return Stream.concat(atStart, RULES.stream()).flatMap(rules -> {
      Violations found = new Violations();
      rules.check(models, found);
      return found.all().stream();
    });
  }

  private static void checkAsAtStart(Models models, Violations found) {
    new ModelCheck(ModelLanguage.VOCABULARY).check(models.folder()).forEach(
        finding -> found.add(finding.file(), finding.element(), finding.rule(), finding.detail()));
  }
}
