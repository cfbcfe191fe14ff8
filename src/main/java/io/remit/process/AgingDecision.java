package io.remit.process;

import io.remit.cases.AgingPolicy;
import io.remit.cases.Stage;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads the thresholds out of the decision {@code stage-by-aging}, so that each number stands in the table alone.
 * Answers are remembered until another version of the table is deployed, which is looked for once a minute.
 */
@Component
class AgingDecision implements AgingPolicy {

  /** Ages beyond these bounds are answered as the bound is. */
  private static final int YOUNGEST = -400;
  private static final int OLDEST = 4000;
  private static final long LOOK_AGAIN_AFTER = Duration.ofMinutes(1).toNanos();

  private final DecisionService decisions;
  private final RepositoryService repository;
  private volatile Answers answers;

  AgingDecision(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
  }

  /**
   * The answer for one age.
   *
   * @param works whether the stage does anything at that age yet
   */
  private record Answer(Stage stage, boolean works) {
  }

  private record Answers(String decisionId, long lookedAt, Map<Integer, Answer> byAge, Map<Stage, Integer> starts) {

    Answers lookedAtNow() {
      return new Answers(decisionId, System.nanoTime(), byAge, starts);
    }
  }

  @Override
  public Stage stageAt(long daysPastDue) {
    return answer(current(), (int) Math.max(YOUNGEST, Math.min(OLDEST, daysPastDue))).stage();
  }

  @Override
  public long startOf(Stage stage) {
    Answers known = current();
    Integer start = known.starts().get(stage);
    if (start == null) {
      start = firstAgeOf(known, stage);
      known.starts().put(stage, start);
    }
    return start;
  }

  /** The table is a ladder: an older case is never in an earlier stage, so the first age can be found by halving. */
  private int firstAgeOf(Answers known, Stage stage) {
    int tooYoung = YOUNGEST - 1;
    int oldEnough = OLDEST;
    while (oldEnough - tooYoung > 1) {
      int middle = Math.floorDiv(tooYoung + oldEnough, 2);
      Answer answer = answer(known, middle);
      boolean reached = answer.stage().compareTo(stage) > 0 || answer.stage() == stage && answer.works();
      if (reached) {
        oldEnough = middle;
      } else {
        tooYoung = middle;
      }
    }
    return oldEnough;
  }

  private Answer answer(Answers known, int daysPastDue) {
    return known.byAge().computeIfAbsent(daysPastDue, age -> evaluate(known.decisionId(), age));
  }

  private Answer evaluate(String decisionId, int daysPastDue) {
    DmnDecisionRuleResult row = decisions.evaluateDecisionTableById(decisionId)
        .variables(Variables.putValue("daysPastDue", daysPastDue)).evaluate().getSingleResult();
    return new Answer(Stage.valueOf(row.getEntry("stage")), row.getEntry("contact"));
  }

  private Answers current() {
    Answers known = answers;
    if (known != null && System.nanoTime() - known.lookedAt() < LOOK_AGAIN_AFTER) {
      return known;
    }
    String latest = repository.createDecisionDefinitionQuery().decisionDefinitionKey(CaseModel.STAGE_DECISION)
        .latestVersion().singleResult().getId();
    known = known != null && known.decisionId().equals(latest) ? known.lookedAtNow()
        : new Answers(latest, System.nanoTime(), new ConcurrentHashMap<>(),
            Collections.synchronizedMap(new EnumMap<>(Stage.class)));
    answers = known;
    return known;
  }
}
