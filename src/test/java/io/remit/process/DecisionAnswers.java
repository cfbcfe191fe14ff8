package io.remit.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** Asks a decision as the engine would, without an engine. Answers are remembered: each costs a millisecond or two. */
final class DecisionAnswers {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private final String id;
  private final DmnModelInstance model;
  private final Map<Map<String, Object>, List<Map<String, Object>>> known = new HashMap<>();
  private DmnDecision decision;

  DecisionAnswers(String id, DmnModelInstance model) {
    this.id = id;
    this.model = model;
  }

  /** All rows that the decision answers with. */
  List<Map<String, Object>> to(Map<String, Object> variables) {
    if (decision == null) {
      decision = ENGINE.parseDecision(id, model);
    }
    return known.computeIfAbsent(variables,
        facts -> ENGINE.evaluateDecisionTable(decision, facts).getResultList());
  }
}
