package io.remit.model;

/**
 * A place where a model breaks a rule.
 *
 * @param file name within the folder of the models
 * @param line of the file, from 1; 0 where there is none to tell
 * @param element the id of the element, or of the nearest one around the place; empty where there is none
 * @param name of that element as it is drawn; empty where it has none
 * @param detail what is wrong there
 */
public record Finding(String file, int line, String element, String name, ModelRule rule, String detail) {

  /** One whose element's name nobody has looked up yet. */
  public Finding(String file, int line, String element, ModelRule rule, String detail) {
    this(file, line, element, "", rule, detail);
  }

  /** What to do about it, in one or two sentences. */
  public String remedy() {
    return rule.remedy();
  }

  /** The element as it is drawn, with its id in brackets; empty where there is none. */
  public String shownElement() {
    return name.isEmpty() || name.equals(element) ? element : name + " (" + element + ")";
  }

  /** The same at a line and an element of which the name is known. */
  Finding at(int knownLine, String knownName) {
    return new Finding(file, line > 0 ? line : knownLine, element, name.isEmpty() ? knownName : name, rule, detail);
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ", line " + line : "") + (element.isEmpty() ? "" : ", element " + shownElement()) + ": "
        + detail + " [" + rule + ": " + rule.sentence() + "] " + remedy();
  }
}
