package io.remit.model;

import java.util.regex.Pattern;

/** What a form shows: text with places for what a view has, which the browser fills in. */
final class ShownText {

  private static final Pattern PLACE =
      Pattern.compile("\\{\\{\\s*(\\w{1,40}View\\.\\w{1,40}|get value\\(\\w{1,40}View\\.\\w{1,40}, outcome\\))\\s*}}");
  /** Tags, links and pictures, also those of Markdown, and what begins an address. */
  private static final Pattern MARKUP = Pattern.compile(
      "[<`]|\\w+:/|://|!\\[|]\\s*\\(|]\\s*\\[|]:|&#|(javascript|data|vbscript|mailto):|\\bwww\\.",
      Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 2_000;

  private ShownText() {
  }

  static boolean isPlain(String text) {
    String written = PLACE.matcher(text).replaceAll("");
    return text.length() <= LONGEST && !text.stripLeading().startsWith("=") && !written.contains("{{")
        && !written.contains("}}") && !MARKUP.matcher(written).find();
  }
}
