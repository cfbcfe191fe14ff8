package io.remit.process.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Remembers the answers of the FEEL engine where they can depend on nothing but the text of the expression and one
 * value: a test made of constants, a constant, or the name of a variable. Everything else is asked afresh. The engine
 * parses an expression and builds its functions anew each time, and a decision table has some sixty of them.
 */
public class RememberingFeelEngine implements FeelEngine {

  private static final int MOST = 20_000;
  private static final Pattern CONSTANTS =
      Pattern.compile("(\"[^\"\\\\]*\"|[0-9.\\s,<>=()\\[\\]-]|\\btrue\\b|\\bfalse\\b)*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  private final FeelEngine feel;
  private final Map<List<Object>, Object> answers = new ConcurrentHashMap<>();

  public RememberingFeelEngine(FeelEngine feel) {
    this.feel = feel;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the engine's interface
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    Supplier<Object> ask = () -> feel.evaluateSimpleExpression(expression, variables);
    if (CONSTANTS.matcher(expression).matches()) {
      return (T) remembered(Arrays.asList("constant", expression), ask);
    }
    if (NAME.matcher(expression).matches()) {
      return (T) remembered(Arrays.asList("name", expression, valueOf(expression, variables)), ask);
    }
    return feel.evaluateSimpleExpression(expression, variables);
  }

  @Override
  public boolean evaluateSimpleUnaryTests(String tests, String inputName, VariableContext variables) {
    if (CONSTANTS.matcher(tests).matches()) {
      return (Boolean) remembered(Arrays.asList("test", tests, valueOf(inputName, variables)),
          () -> feel.evaluateSimpleUnaryTests(tests, inputName, variables));
    }
    return feel.evaluateSimpleUnaryTests(tests, inputName, variables);
  }

  private Object remembered(List<Object> question, Supplier<Object> ask) {
    Object known = answers.get(question);
    if (known != null) {
      return known;
    }
    Object answer = ask.get();
    if (answer != null) {
      if (answers.size() >= MOST) {
        answers.clear();
      }
      answers.put(question, answer);
    }
    return answer;
  }

  private static Object valueOf(String name, VariableContext variables) {
    TypedValue value = variables.resolve(name);
    return value == null ? null : value.getValue();
  }
}
