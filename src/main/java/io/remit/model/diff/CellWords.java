package io.remit.model.diff;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what a cell of a decision table holds. */
final class CellWords {

  private static final String WORD = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final Pattern WORD_IN_QUOTES = Pattern.compile(WORD);
  private static final Pattern WORDS = Pattern.compile(WORD + "(?:\\s*,\\s*" + WORD + ")*+");
  private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)");
  private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
  private static final Pattern NUMBERS = Pattern.compile(NUMBER + "(?:\\s*,\\s*" + NUMBER + ")*+");
  private static final Pattern RANGE = Pattern
      .compile("([\\[\\](])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\]\\[)])");

  /** A label behind which more words would run together. */
  private static final Pattern SENTENCE = Pattern.compile(".*[,，].*|.*(\\?|？| is| are)");

  private final Phrases phrases;

  CellWords(Phrases phrases) {
    this.phrases = phrases;
  }

  /** The words of a cell without their quotes; anything else as it is written. */
  static String plain(String cell) {
    return WORDS.matcher(cell).matches() ? String.join(", ", words(cell)) : cell;
  }

  private static List<String> words(String cell) {
    return WORD_IN_QUOTES.matcher(cell).results().map(MatchResult::group)
        .map(word -> word.substring(1, word.length() - 1)).toList();
  }

  /** What a cell asks for or answers. */
  String value(String cell, boolean input) {
    if (cell.isEmpty()) {
      return phrases.say(input ? "value.any" : "value.none");
    }
    Matcher not = NOT.matcher(cell);
    if (not.matches() && WORDS.matcher(not.group(1)).matches()) {
      return phrases.say("value.not", either(not.group(1)));
    }
    if (cell.equals("true") || cell.equals("false")) {
      return phrases.say("value." + cell);
    }
    Matcher range = RANGE.matcher(cell);
    if (range.matches()) {
      return phrases.say(range.group(1).equals("[") ? "value.atLeast" : "value.above", range.group(2))
          + phrases.say("and")
          + phrases.say(range.group(4).equals("]") ? "value.atMost" : "value.below", range.group(3));
    }
    return WORDS.matcher(cell).matches() || NUMBERS.matcher(cell).matches() ? either(cell) : cell;
  }

  private String either(String cell) {
    List<String> words = NUMBERS.matcher(cell).matches() ? List.of(cell.split("\\s*,\\s*")) : words(cell);
    int last = words.size() - 1;
    return last == 0 ? words.get(0)
        : String.join(phrases.say("comma"), words.subList(0, last)) + phrases.say("or") + words.get(last);
  }

  /** A condition of a row: the label of its column with what the cell asks for. */
  String condition(String column, String cell) {
    String label = SENTENCE.matcher(column).matches() ? phrases.say("quoted", column) : column;
    if (cell.equals("true") || cell.equals("false")) {
      return label + phrases.say("colon") + value(cell, true);
    }
    if (Stream.of(WORDS, NUMBERS, RANGE, NOT).anyMatch(pattern -> pattern.matcher(cell).matches())) {
      return label + phrases.say("is") + value(cell, true);
    }
    return label + " " + cell;
  }
}
