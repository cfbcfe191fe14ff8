package io.remit.process.decision;

import io.remit.model.RunningModels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/**
 * A table that is asked very often, of few things: its answers are remembered until another version of it is deployed,
 * which is looked for once a minute, and when other models run.
 */
final class RememberedTable<F extends Record, R extends Record> {

  private static final long LOOK_AGAIN_AFTER = Duration.ofMinutes(1).toNanos();

  private final DecisionTable<F, R> table;
  private final DecisionService decisions;
  private final RepositoryService repository;
  private final RunningModels models;
  private volatile Version known;

  RememberedTable(DecisionTable<F, R> table, DecisionService decisions, RepositoryService repository,
      RunningModels models) {
    this.models = models;
    this.table = table;
    this.decisions = decisions;
    this.repository = repository;
  }

  /** The table in one of its versions. */
  final class Version {

    private final DecisionDefinition definition;
    private final Map<Object, Object> answers = new ConcurrentHashMap<>();
    private volatile long lookedAt;
    private volatile int release;

    private Version(DecisionDefinition definition) {
      this.definition = definition;
    }

    /** As its owner numbered it. */
    String tag() {
      return definition.getVersionTag();
    }

    /** The rows that fit. */
    List<R> rows(F facts) {
      return decisions.evaluateDecisionTableById(definition.getId()).variables(table.given(facts)).evaluate()
          .getResultList().stream().map(table::taken).toList();
    }

    /**
     * What was answered to a question before, or is now.
     *
     * @param question alike for questions that have the same answer
     */
    @SuppressWarnings("unchecked")
    <A> A answer(Object question, Supplier<A> asked) {
      Object answer = answers.get(question);
      if (answer == null) {
        // not computed within the map: one answer may be made of others
        answer = asked.get();
        answers.put(question, answer);
      }
      return (A) answer;
    }
  }

  /** Asks the engine for the newest version when it is needed next. */
  void lookAgain() {
    Version current = known;
    if (current != null) {
      current.lookedAt = System.nanoTime() - LOOK_AGAIN_AFTER;
    }
  }

  /** The newest version, as far as is known. */
  Version latest() {
    Version current = known;
    int release = models.now().release();
    if (current == null || current.release != release || System.nanoTime() - current.lookedAt >= LOOK_AGAIN_AFTER) {
      DecisionDefinition newest =
          repository.createDecisionDefinitionQuery().decisionDefinitionKey(table.key()).latestVersion().singleResult();
      current = current != null && current.definition.getId().equals(newest.getId()) ? current : new Version(newest);
      current.lookedAt = System.nanoTime();
      current.release = release;
      known = current;
    }
    return current;
  }
}
