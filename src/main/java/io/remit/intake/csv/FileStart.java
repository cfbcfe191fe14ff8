package io.remit.intake.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells by its first bytes what a file is that is not UTF-8 CSV. */
public final class FileStart {

  private static final int LENGTH = 4096;
  private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

  /** One character for each byte. */
  private final String start;

  FileStart(byte[] start) {
    this.start = new String(start, StandardCharsets.ISO_8859_1);
  }

  public static FileStart of(SpooledFile file) throws IOException {
    return new FileStart(file.start(LENGTH));
  }

  /** How many bytes the mark takes with which some programs begin UTF-8 files. */
  int markLength() {
    return start.startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
  }

  /** Whether its first line names a column of a layout, in whatever way it is written; so does nothing at all. */
  public boolean isCsvOf(FileLayout layout) {
    String header = firstLine().toLowerCase(Locale.ROOT).replace("\u0000", "");
    return header.isBlank() || Stream.concat(layout.required().stream(), layout.optional().stream())
        .anyMatch(header::contains);
  }

  void refuseUnlessText() throws FileRefused {
    if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff") || everySecondByteIsNul()) {
      throw new FileRefused(1, "utf-16", "The file is UTF-16; it has to be UTF-8.");
    }
    boolean markup = start.substring(markLength()).strip().startsWith("<");
    boolean archive = start.startsWith("PK\u0003\u0004") || start.startsWith("\u001f\u008b");
    if (markup || archive || firstLine().chars().anyMatch(FileStart::isBinary)) {
      throw new FileRefused(1, "not-csv", "The file is not CSV text; compressed, office and XML files cannot be read.");
    }
  }

  private boolean everySecondByteIsNul() {
    String line = firstLine();
    long nuls = line.chars().filter(each -> each == 0).count();
    return nuls >= 2 && nuls >= line.length() / 2 - 1 && line.length() - nuls >= nuls - 1;
  }

  private String firstLine() {
    return start.substring(markLength()).lines().findFirst().orElse("");
  }

  private static boolean isBinary(int value) {
    return value < ' ' && value != '\t' || value == 0x7f;
  }
}
