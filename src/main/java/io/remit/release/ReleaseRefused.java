package io.remit.release;

import java.util.List;

/** Models are not stored or not deployed; the findings say why. */
class ReleaseRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ReleaseFinding> findings;

  ReleaseRefused(List<ReleaseFinding> findings) {
    super(findings.size() == 1 ? "The models break a rule; nothing was changed."
        : "The models break " + findings.size() + " rules; nothing was changed.");
    this.findings = List.copyOf(findings);
  }

  List<ReleaseFinding> findings() {
    return findings;
  }
}
