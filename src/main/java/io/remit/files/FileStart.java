package io.remit.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a delivered file is, told by how it begins: whoever reads files asks here. */
public final class FileStart {

  /** How many bytes tell it: some banks begin with lines of their own. */
  public static final int LENGTH = 4096;

  private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";
  private static final String ZIP = "PK\u0003\u0004";
  private static final String EMPTY_ZIP = "PK\u0005\u0006";
  private static final String GZIP = "\u001f\u008b";
  private static final Pattern FIRST_FIELD = Pattern.compile(":[0-9]{2}[A-Z]?:|:NS:|:9[0-9]{2}:|\\{[14]:");
  private static final Pattern LATER_FIELD =
      Pattern.compile("^[ \\x00-\\x08]*(:(20|21|25P?|28C?|60[FM]|61|62[FM]|86|NS|940|34F|13D?|90[CD]):|\\{[14]:)",
          Pattern.MULTILINE);
  private static final Pattern BEFORE_TEXT = Pattern.compile("^(" + UTF_8_MARK + ")?[\\s\\x00-\\x1f]*");

  /** One character for each byte. */
  private final String start;

  /** @param start the first {@value #LENGTH} bytes of a file, or all if it is shorter */
  public FileStart(byte[] start) {
    this.start = new String(start, 0, Math.min(start.length, LENGTH), StandardCharsets.ISO_8859_1);
  }

  /** Looks at how a content goes on, and leaves it there. */
  public static FileStart of(BufferedInputStream content) throws IOException {
    content.mark(LENGTH);
    byte[] start = content.readNBytes(LENGTH);
    content.reset();
    return new FileStart(start);
  }

  /** What banks send their statements in. */
  public enum StatementFormat {
    /** Markup: camt, or no statement at all. */
    XML,
    /** MT940 and other messages of SWIFT, with what banks write around them. */
    SWIFT,
    /** A ZIP archive. */
    ARCHIVE,
    /** It looks like no statement. */
    NONE
  }

  /** As what a bank statement is read: it looks like one, be it a right one or not. */
  public StatementFormat statementFormat() {
    if (start.startsWith(ZIP) || start.startsWith(EMPTY_ZIP)) {
      return StatementFormat.ARCHIVE;
    }
    if (isWide()) {
      return start.replaceFirst("^(\u00ff\u00fe|\u00fe\u00ff)", "").replace("\u0000", "").strip().startsWith("<")
          ? StatementFormat.XML : StatementFormat.NONE;
    }
    String begin = BEFORE_TEXT.matcher(start).replaceFirst("");
    if (begin.startsWith("<")) {
      return StatementFormat.XML;
    }
    return FIRST_FIELD.matcher(begin).lookingAt() || begin.indexOf('\u0000') < 0 && LATER_FIELD.matcher(begin).find()
        ? StatementFormat.SWIFT : StatementFormat.NONE;
  }

  /** Whether it is written with two bytes for a character. */
  public boolean isUtf16() {
    return beginsAsUtf16() || everySecondByteIsNul();
  }

  /** Whether it is text of one byte for each plain character, and neither markup nor packed. */
  public boolean isPlainText() {
    boolean markup = start.substring(markLength()).strip().startsWith("<");
    boolean packed = start.startsWith(ZIP) || start.startsWith(GZIP);
    return !markup && !packed && firstLine().chars().noneMatch(FileStart::isBinary);
  }

  /** How many bytes the mark takes with which some programs begin UTF-8 files. */
  public int markLength() {
    return start.startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
  }

  /** Its first line, as far as it was seen; one character for each byte. */
  public String firstLine() {
    return start.substring(markLength()).lines().findFirst().orElse("");
  }

  private boolean isWide() {
    return beginsAsUtf16() || start.startsWith("<\u0000") || start.startsWith("\u0000<");
  }

  private boolean beginsAsUtf16() {
    return start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
  }

  private boolean everySecondByteIsNul() {
    String line = firstLine();
    long nuls = line.chars().filter(each -> each == 0).count();
    return nuls >= 2 && nuls >= line.length() / 2 - 1 && line.length() - nuls >= nuls - 1;
  }

  private static boolean isBinary(int value) {
    return value < ' ' && value != '\t' || value == 0x7f;
  }
}
