package io.remit.process.contract;

import io.remit.model.ModelRule;
import java.util.ArrayList;
import java.util.List;

/** Gathers what models break. */
final class Violations {

  private final List<Violation> found = new ArrayList<>();

  void add(String file, String element, ModelRule rule, String detail) {
    found.add(new Violation(file, element, rule, detail));
  }

  /** Adds a violation unless the condition holds. */
  void unless(boolean kept, String file, String element, ModelRule rule, String detail) {
    if (!kept) {
      add(file, element, rule, detail);
    }
  }

  List<Violation> all() {
    return List.copyOf(found);
  }
}
