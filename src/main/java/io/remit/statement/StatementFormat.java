package io.remit.statement;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a file is, told by how it begins. */
enum StatementFormat {
  /** Markup: camt, or no statement at all. */
  XML,
  /** MT940 and other messages of SWIFT, with what banks write around them. */
  SWIFT,
  /** A ZIP archive. */
  ARCHIVE,
  UNKNOWN;

  /** How many bytes tell it: some banks begin with lines of their own. */
  static final int LENGTH = 4096;

  private static final Pattern FIRST_FIELD = Pattern.compile(":[0-9]{2}[A-Z]?:|:NS:|:9[0-9]{2}:|\\{[14]:");
  private static final Pattern LATER_FIELD =
      Pattern.compile("^[ \\x00-\\x08]*(:(20|21|25P?|28C?|60[FM]|61|62[FM]|86|NS|940|34F|13D?|90[CD]):|\\{[14]:)",
          Pattern.MULTILINE);
  private static final Pattern BEFORE_TEXT = Pattern.compile("^(\u00ef\u00bb\u00bf)?[\\s\\x00-\\x1f]*");

  static StatementFormat of(byte[] start) {
    String text = new String(start, 0, Math.min(start.length, LENGTH), StandardCharsets.ISO_8859_1);
    if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
      return ARCHIVE;
    }
    if (isWide(text)) {
      return withoutNuls(text).startsWith("<") ? XML : UNKNOWN;
    }
    String begin = BEFORE_TEXT.matcher(text).replaceFirst("");
    if (begin.startsWith("<")) {
      return XML;
    }
    return FIRST_FIELD.matcher(begin).lookingAt() || isText(begin) && LATER_FIELD.matcher(begin).find()
        ? SWIFT : UNKNOWN;
  }

  private static boolean isWide(String text) {
    return text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff") || text.startsWith("<\u0000")
        || text.startsWith("\u0000<");
  }

  private static String withoutNuls(String text) {
    return text.replaceFirst("^(\u00ff\u00fe|\u00fe\u00ff)", "").replace("\u0000", "").strip();
  }

  private static boolean isText(String text) {
    return text.indexOf('\u0000') < 0;
  }
}
