package io.remit.process.contract;

import io.remit.model.Finding;
import io.remit.model.ModelRule;
import java.util.ArrayList;
import java.util.List;

/** Gathers what models break; lines and names of elements are looked up when all is gathered. */
final class Findings {

  private final List<Finding> found = new ArrayList<>();

  void add(String file, String element, ModelRule rule, String detail) {
    found.add(new Finding(file, 0, element == null ? "" : element, rule, detail));
  }

  void add(String file, int line, ModelRule rule, String detail) {
    found.add(new Finding(file, line, "", rule, detail));
  }

  /** Adds a finding unless the condition holds. */
  void unless(boolean kept, String file, String element, ModelRule rule, String detail) {
    if (!kept) {
      add(file, element, rule, detail);
    }
  }

  List<Finding> all() {
    return List.copyOf(found);
  }
}
