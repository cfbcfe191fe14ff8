package io.remit.payment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody wrote, as numbers are looked for in it: its letters and digits in capitals, one behind the other, and
 * what stands between them.
 */
final class WrittenText {

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");
  private static final int LONGEST = 2000;
  private static final int LONGEST_MARK = 3;

  private final String whole;
  private final String squeezed;
  private final int[] positions;
  private final Gap[] gaps;

  /** What stands between two letters or digits. */
  enum Gap {
    /** Nothing. */
    NONE,
    /** The end of a line and nothing else: words may end there, or the bank cut one. */
    BREAK,
    /** Spaces alone. */
    SPACE,
    /** A dot, maybe with spaces. */
    DOT,
    /** A dash, slash or low line, maybe with spaces. */
    DASH,
    /** Anything else, and where the text begins or ends. */
    OTHER
  }

  private WrittenText(String whole, String squeezed, int[] positions, Gap[] gaps) {
    this.whole = whole;
    this.squeezed = squeezed;
    this.positions = positions;
    this.gaps = gaps;
  }

  static WrittenText of(String line) {
    return of(List.of(line));
  }

  /** @param lines as the bank breaks the text */
  static WrittenText of(List<String> lines) {
    String joined = String.join("\n", lines);
    String plain = DASHES.matcher(INVISIBLE.matcher(Normalizer.normalize(
        joined.substring(0, Math.min(LONGEST, joined.length())), Normalizer.Form.NFKC)).replaceAll("")).replaceAll("-");
    StringBuilder whole = new StringBuilder(plain.length());
    plain.chars().map(WrittenText::inCapitals).forEach(each -> whole.append((char) each));
    StringBuilder squeezed = new StringBuilder();
    List<Integer> at = new ArrayList<>();
    for (int position = 0; position < whole.length(); position++) {
      if (Character.isLetterOrDigit(whole.charAt(position))) {
        squeezed.append(whole.charAt(position));
        at.add(position);
      }
    }
    int[] positions = at.stream().mapToInt(Integer::intValue).toArray();
    Gap[] gaps = new Gap[positions.length + 1];
    gaps[0] = Gap.OTHER;
    gaps[positions.length] = Gap.OTHER;
    for (int each = 1; each < positions.length; each++) {
      gaps[each] = gap(whole.substring(positions[each - 1] + 1, positions[each]));
    }
    return new WrittenText(whole.toString(), squeezed.toString(), positions, gaps);
  }

  private static int inCapitals(int letter) {
    int digit = Character.digit(letter, 10);
    return digit >= 0 && Character.isDigit(letter) ? '0' + digit : Character.toUpperCase(letter);
  }

  private static Gap gap(String between) {
    if (between.isEmpty()) {
      return Gap.NONE;
    }
    if (between.equals("\n")) {
      return Gap.BREAK;
    }
    String mark = between.strip();
    if (mark.isEmpty()) {
      return Gap.SPACE;
    }
    if (mark.length() > 1 || between.length() > LONGEST_MARK) {
      return Gap.OTHER;
    }
    return switch (mark.charAt(0)) {
      case '-', '/', '_' -> Gap.DASH;
      case '.' -> Gap.DOT;
      default -> Gap.OTHER;
    };
  }

  /** The letters and digits alone. */
  String squeezed() {
    return squeezed;
  }

  int length() {
    return squeezed.length();
  }

  boolean isDigit(int index) {
    return isDigit(squeezed.charAt(index));
  }

  static boolean isDigit(char each) {
    return each >= '0' && each <= '9';
  }

  /** What stands before a letter or digit; behind the last one, if the index is the length. */
  Gap before(int index) {
    return gaps[index];
  }

  /** Everything as it was written, in capitals, with one line end between lines. */
  String whole() {
    return whole;
  }

  /** Where in {@link #whole} a letter or digit stands. */
  int position(int index) {
    return positions[index];
  }

  /** What was written from one letter or digit to before another. */
  String written(int from, int to) {
    return whole.substring(positions[from], positions[to - 1] + 1);
  }

  /** What stands between a letter or digit and the one before it. */
  String between(int index) {
    int from = index == 0 ? 0 : positions[index - 1] + 1;
    return whole.substring(from, index == positions.length ? whole.length() : positions[index]);
  }

  /** Where the letters, or the digits, begin of which this one is the last: nothing stands between them. */
  int startOfRun(int last) {
    int from = last;
    while (from > 0 && isDigit(from - 1) == isDigit(last) && gaps[from] == Gap.NONE) {
      from--;
    }
    return from;
  }

  /** Behind the letters, or the digits, of which this one is the first. */
  int endOfRun(int first) {
    int to = first + 1;
    while (to < squeezed.length() && isDigit(to) == isDigit(first) && gaps[to] == Gap.NONE) {
      to++;
    }
    return to;
  }
}
