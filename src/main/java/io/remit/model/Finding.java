package io.remit.model;

/**
 * A place where a model breaks a rule.
 *
 * @param file name within the folder of the models
 * @param line of the file, from 1; 0 where there is none to tell
 * @param element the id of the element, or of the nearest one around the place; empty where there is none
 * @param detail what is wrong there
 */
public record Finding(String file, int line, String element, ModelRule rule, String detail) {

  @Override
  public String toString() {
    return file + (line > 0 ? ", line " + line : "") + (element.isEmpty() ? "" : ", element " + element) + ": " + detail
        + " [" + rule + ": " + rule.sentence() + "]";
  }
}
