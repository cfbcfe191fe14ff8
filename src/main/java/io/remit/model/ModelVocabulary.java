package io.remit.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words with which a model may speak to Remit. Nothing else of the application can be reached from a model.
 *
 * @param beans the beans that a model may name
 * @param methods of those beans that are asked for a value, the methods that a model may call
 * @param variables the process variables that a condition may compare
 * @param decided the process variables that a decision may answer into
 * @param placeholders the names that a message text may have in braces
 * @param silent the decisions that need not answer, each with what no answer means
 */
public record ModelVocabulary(Set<String> beans, Map<String, Set<String>> methods, Set<String> variables,
    Set<String> decided, Set<String> placeholders, Map<String, String> silent) {

  /** Where in a model an expression stands, and so what it may be. */
  public enum Place {
    /** What a service task or a listener does. */
    DELEGATE,
    /** Whether a sequence flow is taken. */
    CONDITION,
    /** A date, a priority or an input: a value that a bean is asked for. */
    VALUE,
    /** What a called process is given. */
    BUSINESS_KEY,
    /** What is taken of a decision's answer. */
    DECISION_OUTPUT
  }

  /** A rule that an expression breaks, and how. */
  public record Refusal(ModelRule rule, String reason) {
  }

  /**
   * Whether an expression may stand at a place.
   *
   * @param text of the whole attribute or tag
   * @return empty if it may
   */
  public Optional<Refusal> refusal(Place place, String text) {
    ModelExpression expression = ModelExpression.of(text);
    if (expression instanceof ModelExpression.Bean bean && place == Place.DELEGATE) {
      return refusalOf(bean);
    }
    if (expression instanceof ModelExpression.Call call && (place == Place.CONDITION || place == Place.VALUE)) {
      return refusalOf(call);
    }
    boolean known = expression instanceof ModelExpression.Comparison comparison && place == Place.CONDITION
        && variables.contains(comparison.variable())
        || expression instanceof ModelExpression.BusinessKey && place == Place.BUSINESS_KEY
        || expression instanceof ModelExpression.DecisionOutput output && place == Place.DECISION_OUTPUT
        && decided.contains(output.name());
    return known ? Optional.empty() : Optional.of(new Refusal(ModelRule.EXPRESSION_IS_KNOWN,
        "the expression " + text.strip() + " may not stand here"));
  }

  private Optional<Refusal> refusalOf(ModelExpression.Bean bean) {
    if (!beans.contains(bean.name())) {
      return unknownBean(bean.name());
    }
    return methods.containsKey(bean.name()) ? Optional.of(new Refusal(ModelRule.BEAN_FITS_ITS_PLACE,
        bean.name() + " does nothing by itself, it is asked for values")) : Optional.empty();
  }

  private Optional<Refusal> refusalOf(ModelExpression.Call call) {
    if (!beans.contains(call.bean())) {
      return unknownBean(call.bean());
    }
    return methods.getOrDefault(call.bean(), Set.of()).contains(call.method()) ? Optional.empty()
        : Optional.of(new Refusal(ModelRule.BEAN_FITS_ITS_PLACE,
            call.bean() + "." + call.method() + " is nothing that a model may call"));
  }

  private Optional<Refusal> unknownBean(String name) {
    return Optional.of(new Refusal(ModelRule.BEAN_IS_ALLOWED, name + " is not among them"
        + Spelling.nearest(name, beans).map(each -> "; is " + each + " meant?").orElse("")));
  }
}
