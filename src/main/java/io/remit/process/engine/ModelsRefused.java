package io.remit.process.engine;

import io.remit.model.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Remit does not start with these models; the message tells all that is wrong with them. */
class ModelsRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 200;

  ModelsRefused(String message) {
    super(message);
  }

  /** @param place where the models are, as it was set */
  static ModelsRefused because(List<Finding> findings, String place) {
    String shown = findings.stream().limit(MOST_SHOWN).map(finding -> "\n  " + finding).collect(Collectors.joining());
    int more = findings.size() - MOST_SHOWN;
    return new ModelsRefused("Remit does not start: the models at " + place + " break "
        + (findings.size() == 1 ? "a rule. " : findings.size() + " rules. ")
        + "Nothing was deployed, and nothing of them was run." + shown + (more > 0 ? "\n  and " + more + " more" : ""));
  }
}
