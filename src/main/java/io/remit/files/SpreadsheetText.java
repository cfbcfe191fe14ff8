package io.remit.files;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text of a CSV file that somebody may open in a spreadsheet: what would be run there as a formula gets an apostrophe
 * in front, as OWASP advises.
 */
public final class SpreadsheetText {

  private static final Pattern FORMULA_START = Pattern.compile("^[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\t\\r\\n]");

  private SpreadsheetText() {
  }

  /** The text as it may be written; nothing for null. */
  public static String safe(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return isFormula(text) ? "'" + text : text;
  }

  /** Whether a spreadsheet would run the text. */
  public static boolean isFormula(String text) {
    return FORMULA_START.matcher(text).find();
  }
}
