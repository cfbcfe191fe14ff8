package io.remit.process.decision;

import io.remit.cases.AgingPolicy;
import io.remit.cases.Stage;
import io.remit.model.RunningModels;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the thresholds out of the decision {@code stage-by-aging}, so that each number stands in the table alone. */
@Component
class AgingTable implements AgingPolicy {

  /** Ages beyond these bounds are answered as the bound is. */
  private static final int YOUNGEST = -400;
  private static final int OLDEST = 4000;

  private final RememberedTable<Tables.Age, Tables.StageOfAge> stages;

  AgingTable(@Lazy DecisionService decisions, @Lazy RepositoryService repository, RunningModels models) {
    this.stages = new RememberedTable<>(Tables.STAGES, decisions, repository, models);
  }

  @Override
  public Stage stageAt(long daysPastDue) {
    return at((int) Math.max(YOUNGEST, Math.min(OLDEST, daysPastDue)), stages.latest()).stage();
  }

  @Override
  public long startOf(Stage stage) {
    var known = stages.latest();
    return known.answer(stage, () -> firstAgeOf(stage, known));
  }

  @Override
  public void lookAgain() {
    stages.lookAgain();
  }

  /** The table is a ladder: an older case is never in an earlier stage, so the first age can be found by halving. */
  private static int firstAgeOf(Stage stage, RememberedTable<Tables.Age, Tables.StageOfAge>.Version known) {
    int tooYoung = YOUNGEST - 1;
    int oldEnough = OLDEST;
    while (oldEnough - tooYoung > 1) {
      int middle = Math.floorDiv(tooYoung + oldEnough, 2);
      Tables.StageOfAge answer = at(middle, known);
      boolean reached = answer.stage().compareTo(stage) > 0 || answer.stage() == stage && answer.contact();
      if (reached) {
        oldEnough = middle;
      } else {
        tooYoung = middle;
      }
    }
    return oldEnough;
  }

  private static Tables.StageOfAge at(int daysPastDue, RememberedTable<Tables.Age, Tables.StageOfAge>.Version known) {
    return known.answer(daysPastDue, () -> known.rows(new Tables.Age(daysPastDue)).get(0));
  }
}
