package io.remit.process.contract;

import io.remit.process.decision.RememberingFeelEngine;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** Asks a decision as the process engine would, without one. */
final class DecisionAnswers {

  private static final DmnEngine ENGINE = engine();

  private final DmnDecision decision;

  DecisionAnswers(String id, DmnModelInstance model) {
    this.decision = ENGINE.parseDecision(id, model);
  }

  /** All rows that the decision answers with. */
  List<Map<String, Object>> to(Map<String, Object> variables) {
    return ENGINE.evaluateDecisionTable(decision, variables).getResultList();
  }

  private static DmnEngine engine() {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    RememberingFeelEngine feel = new RememberingFeelEngine(new ScalaFeelEngineFactory(List.of()).createInstance());
    configuration.setFeelEngineFactory(() -> feel);
    return configuration.buildEngine();
  }
}
