package io.remit.process.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

@Tag("long")
class RememberingFeelEngineTest {

  private final FeelEngine feel = new ScalaFeelEngineFactory(List.of()).createInstance();
  private final FeelEngine remembering = new RememberingFeelEngine(feel);

  @Property(tries = 200)
  void answersTestsAsTheEngineDoes(@ForAll @IntRange(min = -5, max = 400) int days) {
    for (String test : List.of("< 7", ">= 365", "[2..30]", "(2..30)", "1, 2, 5", "-3", "not(7)", "days + 1",
        "> limit")) {
      VariableContext context = Variables.createVariables().putValue("days", days).putValue("limit", 30)
          .asVariableContext();
      boolean answer = feel.evaluateSimpleUnaryTests(test, "days", context);
      assertThat(remembering.evaluateSimpleUnaryTests(test, "days", context)).as(test).isEqualTo(answer);
      assertThat(remembering.evaluateSimpleUnaryTests(test, "days", context)).as(test + " again").isEqualTo(answer);
    }
  }

  @Test
  void neverMixesUpVariablesOrTheirKinds() {
    assertThat(value("first", Map.of("first", 1, "second", 2)))
        .isEqualTo(value("first", Map.of("first", 1)));
    assertThat(value("first", Map.of("first", "1"))).isEqualTo("1");
    assertThat(value("\"x\"", Map.of())).isEqualTo("x");
    assertThat(value("true", Map.of("true1", 1))).isEqualTo(true);
  }

  @Test
  void asksAfreshWhatAnotherVariableDecides() {
    VariableContext low = Variables.createVariables().putValue("days", 10).putValue("limit", 5).asVariableContext();
    VariableContext high = Variables.createVariables().putValue("days", 10).putValue("limit", 50).asVariableContext();
    assertThat(remembering.evaluateSimpleUnaryTests("> limit", "days", low)).isTrue();
    assertThat(remembering.evaluateSimpleUnaryTests("> limit", "days", high)).isFalse();
  }

  @Test
  void asksAfreshWhatTheTextOfAStringCouldHide() {
    assertThat(remembering.evaluateSimpleUnaryTests("\"limit\"", "name",
        Variables.putValue("name", (Object) "limit").asVariableContext())).isTrue();
    assertThat(remembering.evaluateSimpleUnaryTests("\"limit\"", "name",
        Variables.putValue("name", (Object) "other").asVariableContext())).isFalse();
  }

  private Object value(String expression, Map<String, Object> variables) {
    return remembering.evaluateSimpleExpression(expression, Variables.fromMap(variables).asVariableContext());
  }
}
