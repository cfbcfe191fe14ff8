package io.remit.process;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression in a model, in one of the forms that Remit's models use. */
sealed interface ModelExpression {

  /** {@code ${sendMessage}}. */
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

  /** Whether a text has an expression in it. */
  static boolean isIn(String text) {
    return text.contains("${") || text.contains("#{");
  }

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
        Pattern.compile("\\$\\{decisionResult\\.getSingleResult\\(\\)\\.(\\w+)}");
    private static final Pattern COMPARISON = Pattern.compile("\\$\\{(\\w+) == '(\\w+)'}");
    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(((?:execution|'\\w+'|\\d+|, )*)\\)}");

    private Forms() {
    }
  }
}
