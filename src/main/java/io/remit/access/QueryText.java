package io.remit.access;

import io.remit.cases.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Reads the fields of an address or of a form, and refuses what no field may have. */
final class QueryText {

  /** Two simple patterns, since one that repeats a choice of two would not be through with a long text. */
  private static final Pattern WRITABLE = Pattern.compile("[\\x20-\\x7e]*");
  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final int ESCAPE = 3;
  private static final int HEXADECIMAL = 16;

  /** What creditors name as they like: it may look like a day of the year 12345, and nobody compares it with one. */
  private static final Set<String> IDS = Set.of("account", "debtor", "product");

  private QueryText() {
  }

  /**
   * The fields in their order.
   *
   * @param written as it was sent, or null
   * @throws InvalidInputException that names the field
   */
  static MultiValueMap<String, String> fieldsOf(@Nullable String written) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    addFields(written, fields);
    return fields;
  }

  static void addFields(@Nullable String written, MultiValueMap<String, String> fields) {
    if (written == null || written.isEmpty()) {
      return;
    }
    for (String field : written.split("&")) {
      int equals = field.indexOf('=');
      String name = text("query", equals < 0 ? field : field.substring(0, equals));
      PlainText.checkLine("query", name);
      String value = equals < 0 ? "" : text(name, field.substring(equals + 1));
      if (IDS.contains(name)) {
        PlainText.checkLine(name, value);
      } else {
        PlainText.checkParameter(name, value);
      }
      fields.add(name, value);
    }
  }

  private static String text(String name, String escaped) {
    if (!WRITABLE.matcher(escaped).matches() || NO_ESCAPE.matcher(escaped).find()) {
      throw PlainText.unwritable(name);
    }
    ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char character = escaped.charAt(i);
      if (character == '%') {
        bytes.put((byte) Integer.parseInt(escaped.substring(i + 1, i + ESCAPE), HEXADECIMAL));
        i += ESCAPE - 1;
      } else {
        bytes.put((byte) (character == '+' ? ' ' : character));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException notUtf8) {
      throw PlainText.unwritable(name);
    }
  }
}
