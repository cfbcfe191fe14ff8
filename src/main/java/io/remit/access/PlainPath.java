package io.remit.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a path is written in the one plain way. Several parsers read each path (the server, Spring, the engine's
 * Jersey), and each has its own mind about slashes, dots, parameters and escapes; a path that can be written in only
 * one way they all read alike.
 *
 * <p>A plain path has no empty segment but the last, no {@code .} or {@code ..}, no parameters behind a semicolon, and
 * escapes only what has to be escaped; what is escaped is UTF-8, and neither a separator nor a control character.
 */
final class PlainPath {

  /** Two simple patterns, since one that repeats a choice of two would not be through with a long text. */
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9\\-_.~!$&'()*+,=:@%]+");
  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern NEVER_ESCAPED = Pattern.compile("[A-Za-z0-9\\-_.~]");
  private static final String SEPARATORS = "/\\;%?#";
  private static final int ESCAPE = 3;
  private static final int HEXADECIMAL = 16;

  private PlainPath() {
  }

  /** @param path as it was sent, with its escapes */
  static boolean isPlain(String path) {
    if (path == null || !path.startsWith("/")) {
      return false;
    }
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean lastOfAll = i == segments.length - 1;
      if (!(segments[i].isEmpty() && lastOfAll) && !isPlainSegment(segments[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * What a segment says that is an id and no place: it may hold what separates paths, written as an escape.
   *
   * @return empty if it is not written in the one way in which such an id is
   */
  static Optional<String> idIn(String segment) {
    return SEGMENT.matcher(segment).matches() && !NO_ESCAPE.matcher(segment).find()
        ? unescaped(segment, PlainPath::isAlwaysPlain) : Optional.empty();
  }

  private static boolean isPlainSegment(String segment) {
    return SEGMENT.matcher(segment).matches() && !NO_ESCAPE.matcher(segment).find() && !segment.equals(".")
        && !segment.equals("..")
        && unescaped(segment, PlainPath::isNeverEscaped).isPresent();
  }

  /** What a segment says, or nothing if it escapes what it should not. */
  private static Optional<String> unescaped(String segment, Predicate<Character> neverEscaped) {
    ByteBuffer bytes = ByteBuffer.allocate(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char character = segment.charAt(i);
      if (character == '%') {
        int value = Integer.parseInt(segment.substring(i + 1, i + ESCAPE), HEXADECIMAL);
        if (neverEscaped.test((char) value)) {
          return Optional.empty();
        }
        bytes.put((byte) value);
        i += ESCAPE - 1;
      } else {
        bytes.put((byte) character);
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString())
          .filter(PlainText::isLine);
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static boolean isNeverEscaped(char character) {
    return SEPARATORS.indexOf(character) >= 0 || isAlwaysPlain(character);
  }

  private static boolean isAlwaysPlain(char character) {
    return NEVER_ESCAPED.matcher(String.valueOf(character)).matches();
  }
}
