package io.remit.release;

import io.remit.model.Finding;

/**
 * A reason for which models are not deployed.
 *
 * @param file within the folder of the models; empty if it is about no single one
 * @param line of the file, from 1; 0 where there is none to tell
 * @param element id of the element of the model; empty where there is none
 * @param rule a short stable name
 * @param sentence the rule in words
 * @param detail what is wrong there
 */
public record ReleaseFinding(String file, int line, String element, String rule, String sentence, String detail) {

  static ReleaseFinding of(Finding finding) {
    return new ReleaseFinding(finding.file(), finding.line(), finding.element(), finding.rule().name(),
        finding.rule().sentence(), finding.detail());
  }

  /** Something that Remit reads of the models cannot be read. */
  static ReleaseFinding unreadable(String why) {
    return new ReleaseFinding("", 0, "", "TEXTS_ARE_READABLE", "Remit can read all texts, registers and words", why);
  }

  /** The engine does not take the models. */
  static ReleaseFinding notTaken(String why) {
    return new ReleaseFinding("", 0, "", "ENGINE_TAKES_IT", "the engine takes all models", why);
  }
}
