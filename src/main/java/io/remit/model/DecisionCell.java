package io.remit.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell of a decision table: comparisons, ranges, lists, texts, and a few functions that cannot run for long. */
final class DecisionCell {

  private static final Pattern TOKEN =
      Pattern.compile("\\s+|\"[^\"\\\\]{0,500}\"|\\d{1,15}(?:\\.\\d{1,9})?|<=|>=|!=|\\.\\.|"
      + "[<>=()\\[\\],?+-]|/(?![/*])|\\*(?!\\s*[*/])|(?<word>[A-Za-z][A-Za-z0-9]{0,60})(?<called>\\s*\\()?");
  /** The last word of each function that may be called, and the words that may stand before a bracket. */
  private static final Set<String> CALLED = Set.of("not", "and", "or", "in", "contains", "with", "length", "modulo",
      "abs", "floor", "ceiling", "min", "max", "sum", "count", "date");
  private static final Set<String> RESERVED = Set.of("function", "external", "for", "some", "every", "return",
      "satisfies", "if", "then", "else", "instance", "java", "class");
  private static final int LONGEST = 1_000;

  private DecisionCell() {
  }

  /** Why a cell is refused; empty if it may stand. */
  static Optional<String> refusal(String cell) {
    if (cell.length() > LONGEST) {
      return Optional.of("it is longer than " + LONGEST + " characters");
    }
    Matcher token = TOKEN.matcher(cell);
    int at = 0;
    while (at < cell.length()) {
      if (!token.find(at) || token.start() != at) {
        return Optional.of("the cell " + cell.strip() + " has " + cell.charAt(at) + " in it");
      }
      String word = token.group("word");
      if (word != null && (RESERVED.contains(word.toLowerCase(Locale.ROOT))
          || token.group("called") != null && !CALLED.contains(word))) {
        return Optional.of("the cell " + cell.strip() + " may not use " + word);
      }
      at = token.end();
    }
    return Optional.empty();
  }
}
