package io.remit.contact.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as the text messages that carry it. Each is paid for, and a phone shows them as one. A text that the GSM
 * alphabet suffices for has 160 septets in one message, or 153 in each of several; any other has 70 UTF-16 units, or
 * 67.
 *
 * @param parts what each message carries; joined they are the text
 */
public record SmsSegments(Coding coding, List<String> parts) {

  /** How the characters are coded; the same in all parts. */
  public enum Coding {
    /** GSM 03.38 with its extension table. */
    GSM(160, 153),
    /** UCS-2, in which phones also read the surrogate pairs of UTF-16. */
    UCS2(70, 67);

    private final int alone;
    private final int joined;

    Coding(int alone, int joined) {
      this.alone = alone;
      this.joined = joined;
    }
  }

  public SmsSegments {
    parts = List.copyOf(parts);
  }

  /** Splits a text; what belongs together (an escaped character, a surrogate pair) stays in one part. */
  public static SmsSegments of(String text) {
    Coding coding = GsmAlphabet.has(text) ? Coding.GSM : Coding.UCS2;
    if (size(text, coding) <= coding.alone) {
      return new SmsSegments(coding, List.of(text));
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int next = text.offsetByCodePoints(at, 1);
      int needed = size(text.substring(at, next), coding);
      if (used + needed > coding.joined) {
        parts.add(text.substring(start, at));
        start = at;
        used = 0;
      }
      used += needed;
      at = next;
    }
    parts.add(text.substring(start));
    return new SmsSegments(coding, parts);
  }

  /** How many messages the text takes. */
  public int count() {
    return parts.size();
  }

  private static int size(String text, Coding coding) {
    return coding == Coding.UCS2 ? text.length()
        : text.chars().map(character -> GsmAlphabet.septetsOf((char) character)).sum();
  }

  /** Tells the size but not the text, which is personal. */
  @Override
  public String toString() {
    return "SmsSegments[" + coding + ", " + count() + "]";
  }
}
