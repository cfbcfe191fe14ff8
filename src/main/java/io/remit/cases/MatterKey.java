package io.remit.cases;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one matter: something that runs beside a case in a process of its own, such as one hold or one promise. It is
 * written {@code C100001-H12} and is the business key of that process, so that nothing that a form or an interface
 * sends can lead the process to another matter.
 *
 * @param number of the matter among those of its kind
 */
public record MatterKey(String caseNumber, Kind kind, long number) {

  private static final Pattern WRITTEN = Pattern.compile("(.+)-([A-Z])(\\d+)");

  /** The kinds of matters. */
  public enum Kind {
    HOLD("H"), PROMISE("P"), PLAN("L"), OFFER("S"), COMPLAINT("K"), WITHDRAWAL("W"), SEARCH("F"),
    DELETION("D"), CONFIRMATION("E"), NEAR_BY("N");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }

    private static Kind of(String letter) {
      return Arrays.stream(values()).filter(kind -> kind.letter.equals(letter)).findFirst()
          .orElseThrow(() -> new IllegalArgumentException("there is no kind of matter " + letter));
    }
  }

  /**
   * Reads a key as {@link #toString} writes it.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static MatterKey of(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException(written + " names no matter");
    }
    return new MatterKey(parts.group(1), Kind.of(parts.group(2)), Long.parseLong(parts.group(3)));
  }

  /** The case that a business key is about, be it the key of the case itself or of one of its matters. */
  public static String caseNumberIn(String businessKey) {
    Matcher parts = WRITTEN.matcher(businessKey);
    return parts.matches() ? parts.group(1) : businessKey;
  }

  @Override
  public String toString() {
    return caseNumber + "-" + kind.letter + number;
  }
}
