package io.remit.statement;

import java.util.HashMap;
import java.util.Map;

/** Where an element stands below another, such as {@code Refs/EndToEndId}; each place is made once for a file. */
final class ElementPath {

  /** More different places than all versions of camt have: a file that has more of them is not to fill the memory. */
  private static final int MOST_BELOW = 200;

  private final String text;
  private final Map<String, ElementPath> below = new HashMap<>();

  private ElementPath(String text) {
    this.text = text;
  }

  static ElementPath root() {
    return new ElementPath("");
  }

  ElementPath child(String name) {
    ElementPath known = below.get(name);
    if (known != null) {
      return known;
    }
    ElementPath made = new ElementPath(text.isEmpty() ? name : text + "/" + name);
    if (below.size() < MOST_BELOW) {
      below.put(name, made);
    }
    return made;
  }

  /** Empty for the root. */
  String text() {
    return text;
  }
}
