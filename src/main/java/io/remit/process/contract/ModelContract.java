package io.remit.process.contract;

import io.remit.model.Finding;
import io.remit.model.ModelCheck;
import io.remit.model.ModelFolder;
import io.remit.model.ModelRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that models must keep to: asked by the build, by the command, at each start and before any deployment. A
 * function of the files alone: nothing of a model is run, and a decision is evaluated only where its cells are known to
 * be harmless.
 */
public final class ModelContract {

  /** Those for which all files count; what a file is by itself {@link ReadModel} knows. */
  private static final List<ModelRules> RULES = List.of(new ReferenceRules(), new CodeNameRules(), new ReleasedIds(),
      new TaskRules(), new LifecycleRules(), new GatewayRules(), new TreatmentRules(), new MessageRules(),
      new FormRules(), new ShownFormRules(), new ColourRules());

  private ModelContract() {
  }

  /**
   * What these models break.
   *
   * @return by file and line, each with its element's name; empty if the models can be deployed
   */
  public static List<Finding> check(ModelFolder folder) {
    return check(Models.of(folder));
  }

  static List<Finding> check(Models models) {
    List<Finding> found = new ArrayList<>(models.findings());
    found.addAll(new ModelCheck(ModelLanguage.VOCABULARY).together(models.read()));
    for (ModelRules rules : RULES) {
      found.addAll(findingsOf(rules, models));
    }
    return found.stream().map(models::complete).distinct()
        .sorted(Comparator.comparing(Finding::file).thenComparing(Finding::line)).toList();
  }

  private static List<Finding> findingsOf(ModelRules rules, Models models) {
    Findings found = new Findings();
    try {
      rules.check(models, found);
    } catch (RuntimeException unlike) {
      found.add("", "", ModelRule.MODEL_CAN_BE_READ, ReadModel.UNLIKE);
    }
    return found.all();
  }
}
