package io.remit.release;

import io.remit.model.Finding;
import io.remit.model.FindingWords;

/**
 * A reason for which models are not deployed, in the words of a language.
 *
 * @param file within the folder of the models; empty if it is about no single one
 * @param line of the file, from 1; 0 where there is none to tell
 * @param element id of the element of the model; empty where there is none
 * @param name of that element as it is drawn; empty where it has none
 * @param rule a short stable name
 * @param sentence the rule in words
 * @param detail what is wrong there
 * @param remedy what to do about it; empty where nobody can say
 */
public record ReleaseFinding(String file, int line, String element, String name, String rule, String sentence,
    String detail, String remedy) {

  static ReleaseFinding of(Finding finding, FindingWords words) {
    return new ReleaseFinding(finding.file(), finding.line(), finding.element(), finding.name(), finding.rule().name(),
        words.sentence(finding.rule()), words.detail(finding), words.remedy(finding.rule()));
  }

  /** Something that Remit reads of the models cannot be read. */
  static ReleaseFinding unreadable(String why) {
    return ofAll("TEXTS_ARE_READABLE", "Remit can read all texts, registers and words", why);
  }

  /** The engine does not take the models. */
  static ReleaseFinding notTaken(String why) {
    return ofAll("ENGINE_TAKES_IT", "the engine takes all models", why);
  }

  private static ReleaseFinding ofAll(String rule, String sentence, String why) {
    return new ReleaseFinding("", 0, "", "", rule, sentence, why, "");
  }
}
