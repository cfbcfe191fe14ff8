package io.remit.process.contract;

import io.remit.model.Finding;
import io.remit.model.ModelCheck;
import io.remit.model.ModelFolder;
import io.remit.model.ModelRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

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

  private static final int MOST_REMEMBERED = 3;
  /** Folders of which nothing was wrong: the contract is a function of the files, and asking it takes seconds. */
  private static final Set<ModelFolder> CLEAN = Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));

  private ModelContract() {
  }

  /**
   * What these models break.
   *
   * @return by file and line, each with its element's name; empty if the models can be deployed
   */
  public static List<Finding> check(ModelFolder folder) {
    if (CLEAN.contains(folder)) {
      return List.of();
    }
    List<Finding> found = check(Models.of(folder));
    if (found.isEmpty()) {
      CLEAN.add(folder);
    }
    return found;
  }

  static List<Finding> check(Models models) {
    List<Finding> found = new ArrayList<>(models.findings());
    found.addAll(new ModelCheck(ModelLanguage.VOCABULARY).together(models.read()));
    InParallel.results(RULES.stream().<Callable<List<Finding>>>map(rules -> () -> findingsOf(rules, models)).toList())
        .forEach(found::addAll);
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

  /** The last few, so that those that nobody asks about any more are let go. */
  private static final class Newest extends LinkedHashMap<ModelFolder, Boolean> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<ModelFolder, Boolean> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }
}
