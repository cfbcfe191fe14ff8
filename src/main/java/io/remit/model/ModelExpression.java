package io.remit.model;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression in a model, in one of the few forms that models may use. Everything else is {@link Unknown}: no other
 * text is ever handed to the engine for evaluation.
 */
public sealed interface ModelExpression {

  /** {@code ${sendMessage}}: a bean that does something. */
  record Bean(String name) implements ModelExpression {
  }

  /** {@code ${aging.stageDue(execution, 'VISIT')}}; each argument as it is written. */
  record Call(String bean, String method, List<String> arguments) implements ModelExpression {
  }

  /** {@code ${outcome == 'PROMISED'}}. */
  record Comparison(String variable, String value) implements ModelExpression {
  }

  /** {@code #{execution.processBusinessKey}}. */
  record BusinessKey() implements ModelExpression {
  }

  /** {@code ${decisionResult.getSingleResult().stage}}. */
  record DecisionOutput(String name) implements ModelExpression {
  }

  /** Anything else. */
  record Unknown() implements ModelExpression {
  }

  /** Whether the engine would find an expression in a text. */
  static boolean isIn(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /** What a text is, as a whole; blanks around it count for nothing. */
  static ModelExpression of(String text) {
    String trimmed = text.strip();
    Matcher bean = Forms.BEAN.matcher(trimmed);
    if (bean.matches()) {
      return new Bean(bean.group(1));
    }
    if (Forms.BUSINESS_KEY.matcher(trimmed).matches()) {
      return new BusinessKey();
    }
    Matcher output = Forms.DECISION_OUTPUT.matcher(trimmed);
    if (output.matches()) {
      return new DecisionOutput(output.group(1));
    }
    Matcher comparison = Forms.COMPARISON.matcher(trimmed);
    if (comparison.matches()) {
      return new Comparison(comparison.group(1), comparison.group(2));
    }
    Matcher call = Forms.CALL.matcher(trimmed);
    if (call.matches()) {
      return new Call(call.group(1), call.group(2), Arrays.stream(call.group(3).split(",")).map(String::strip)
          .filter(argument -> !argument.isEmpty()).toList());
    }
    return new Unknown();
  }

  /** How each form is written. */
  final class Forms {

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern BUSINESS_KEY = Pattern.compile("[#$]\\{execution\\.processBusinessKey}");
    private static final Pattern DECISION_OUTPUT =
        Pattern.compile("\\$\\{decisionResult\\.(?:getSingleResult\\(\\)|singleResult)\\.(\\w+)}");
    private static final Pattern COMPARISON = Pattern.compile("\\$\\{(\\w+) == '(\\w+)'}");
    private static final Pattern CALL =
        Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\((execution(?:, (?:'\\w+'|\\d{1,9}))*)\\)}");

    private Forms() {
    }
  }
}
