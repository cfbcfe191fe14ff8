package io.remit.model.table;

import io.remit.model.table.Table.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a cell: nothing at all, or a list of values, comparisons and ranges, or none of such a list.
 * Whatever else is written there is {@link #isOpaque opaque}: it may fit or not.
 */
final class Cell {

  private static final String NUMBER = "-?\\s*\\d{1,15}(?:\\.\\d{1,9})?";
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(" + NUMBER + ")");
  private static final Pattern RANGE =
      Pattern.compile("([\\[(\\]])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\])\\[])");
  private static final Pattern NEGATION = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  /** No comma in a text or in brackets. */
  private static final Pattern ELEMENT = Pattern.compile("(?:\"[^\"]*\"|\\([^()\"]*\\)|[^\",])*");
  private static final String NOTHING = "-";

  /** Whether a value fits. */
  enum Fit {
    YES, NO, PERHAPS;

    private Fit negated() {
      return this == PERHAPS ? PERHAPS : this == YES ? NO : YES;
    }
  }

  /** One of a list. */
  private sealed interface Test {
  }

  /** @param value a number, a text, a truth, or null for a fact that is missing */
  private record Value(@Nullable Object value) implements Test {
  }

  /** Numbers between two ends; null where there is none. */
  private record Range(@Nullable BigDecimal from, boolean withFrom, @Nullable BigDecimal to, boolean withTo)
      implements Test {

    boolean holds(BigDecimal number) {
      return (from == null || number.compareTo(from) > (withFrom ? -1 : 0))
          && (to == null || number.compareTo(to) < (withTo ? 1 : 0));
    }
  }

  private final String text;
  private final List<Test> tests;
  private final boolean negated;
  private final boolean opaque;

  private Cell(String text, List<Test> tests, boolean negated, boolean opaque) {
    this.text = text;
    this.tests = tests;
    this.negated = negated;
    this.opaque = opaque;
  }

  /** What is written in the column of such an input. */
  static Cell of(String written, Kind kind) {
    String text = written.strip();
    if (text.isEmpty() || text.equals(NOTHING)) {
      return new Cell("", List.of(), false, false);
    }
    Matcher negation = NEGATION.matcher(text);
    boolean negated = negation.matches();
    List<Test> tests = new ArrayList<>();
    boolean opaque = kind == Kind.OTHER;
    for (String element : elements(negated ? negation.group(1) : text)) {
      Test test = test(element.strip());
      if (test == null) {
        opaque = true;
      } else {
        tests.add(test);
      }
    }
    return new Cell(text, tests, negated, opaque || isOddTruth(tests, negated));
  }

  /** The engine takes {@code not(true)} for a value, not for a test, and a truth in a list for one that is so. */
  private static boolean isOddTruth(List<Test> tests, boolean negated) {
    return (negated || tests.size() > 1)
        && tests.stream().anyMatch(test -> test instanceof Value named && named.value() instanceof Boolean);
  }

  private static List<String> elements(String list) {
    List<String> elements = new ArrayList<>();
    Matcher element = ELEMENT.matcher(list);
    int at = 0;
    while (at <= list.length() && element.find(at) && element.start() == at) {
      elements.add(element.group());
      at = element.end() + 1;
    }
    return at == list.length() + 1 ? elements : List.of(list);
  }

  private static @Nullable Test test(String element) {
    Matcher comparison = COMPARISON.matcher(element);
    if (comparison.matches()) {
      BigDecimal end = number(comparison.group(2));
      boolean with = comparison.group(1).length() == 2;
      return comparison.group(1).startsWith("<") ? new Range(null, false, end, with)
          : new Range(end, with, null, false);
    }
    Matcher range = RANGE.matcher(element);
    if (range.matches()) {
      return new Range(number(range.group(2)), range.group(1).equals("["), number(range.group(3)),
          range.group(4).equals("]"));
    }
    Matcher text = TEXT.matcher(element);
    if (text.matches()) {
      return new Value(text.group(1));
    }
    if (element.matches(NUMBER)) {
      return new Value(number(element));
    }
    return switch (element) {
      case "true" -> new Value(true);
      case "false" -> new Value(false);
      case "null" -> new Value(null);
      default -> null;
    };
  }

  private static BigDecimal number(String written) {
    return new BigDecimal(written.replaceAll("\\s", ""));
  }

  /** Whether everything fits. */
  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether it is more than a list of what may be compared, such as a function. */
  boolean isOpaque() {
    return opaque;
  }

  /** As it is written, without blanks around it. */
  String text() {
    return text;
  }

  /**
   * What to write instead, if the engine does not take it for what it looks like; null if nothing is known.
   */
  @Nullable String unreadable() {
    if (text.startsWith("!=")) {
      return "write not(" + text.substring(2).strip() + ")";
    }
    if (text.startsWith("=")) {
      return "write " + text.substring(1).strip() + " alone";
    }
    if (isOddTruth(tests, negated)) {
      return negated && tests.size() == 1 ? "write " + !tests.contains(new Value(true)) : "leave it empty";
    }
    boolean hole = !isEmpty() && elements(text).stream().map(String::strip)
        .anyMatch(element -> element.isEmpty() || element.equals(NOTHING));
    return hole ? "something is missing beside a comma" : null;
  }

  /** The numbers at which something changes. */
  Stream<BigDecimal> numbers() {
    return tests.stream().flatMap(test -> test instanceof Range range ? Stream.of(range.from(), range.to())
        : Stream.of(((Value) test).value())).filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
  }

  /** The texts that are named. */
  List<String> texts() {
    return tests.stream().filter(Value.class::isInstance).map(test -> ((Value) test).value())
        .filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /** Whether it names a fact that is missing. */
  boolean asksForMissing() {
    return tests.stream().anyMatch(test -> test instanceof Value named && named.value() == null);
  }

  /** Whether a value fits; the engine has odd answers where a value is missing, and some of them are not counted on. */
  Fit fits(@Nullable Object value) {
    if (isEmpty()) {
      return Fit.YES;
    }
    if (opaque) {
      return Fit.PERHAPS;
    }
    if (value == null) {
      return fitsMissing();
    }
    boolean otherKind = false;
    Fit found = Fit.NO;
    for (Test test : tests) {
      if (test instanceof Range range) {
        otherKind |= !(value instanceof BigDecimal);
        found = value instanceof BigDecimal number && range.holds(number) ? Fit.YES : found;
      } else {
        Object named = ((Value) test).value();
        otherKind |= named != null && named.getClass() != value.getClass();
        found = isSame(named, value) ? Fit.YES : found;
      }
    }
    return otherKind && (negated || tests.size() > 1) ? Fit.PERHAPS : negated ? found.negated() : found;
  }

  private Fit fitsMissing() {
    if (tests.stream().anyMatch(test -> test instanceof Range
        || test instanceof Value named && named.value() instanceof Boolean)) {
      return tests.size() == 1 ? Fit.NO : Fit.PERHAPS;
    }
    boolean named = tests.stream().anyMatch(test -> ((Value) test).value() == null);
    return named == negated ? Fit.NO : Fit.YES;
  }

  private static boolean isSame(@Nullable Object named, Object value) {
    return named instanceof BigDecimal number && value instanceof BigDecimal other ? number.compareTo(other) == 0
        : value.equals(named);
  }
}
