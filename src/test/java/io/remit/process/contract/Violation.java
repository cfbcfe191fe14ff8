package io.remit.process.contract;

import io.remit.model.ModelRule;

/**
 * A place where a model breaks a rule.
 *
 * @param element the id of the element, or of the nearest one around the place
 */
record Violation(String file, String element, ModelRule rule, String detail) {

  @Override
  public String toString() {
    return "%s, element %s: %s [%s: %s]".formatted(file, element, detail, rule, rule.sentence());
  }
}
