package io.remit.files;

import java.util.regex.Pattern;

/** Makes text from outside safe to put into a line of a message. */
public final class PlainText {

  /**
   * Line breaks and other control characters, those that reverse the direction of reading, and halves of characters.
   */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\s]+");

  /**
   * Characters that nobody sees and no name needs. Joiners (U+200C, U+200D) are not among them: names of some languages
   * are spelt with them.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u180E\\u200B\\u2060-\\u2064\\uFEFF\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}]");

  /**
   * A dot or colon (Latin, ideographic, full width, small or the like) with a letter, digit, slash or plus right
   * behind: each address of a web page, a mailbox or a call has one.
   */
  private static final Pattern LINK_JOINT = Pattern.compile(
      "([.:\\u2024\\u3002\\uFE13\\uFE52\\uFE55\\uFF0E\\uFF1A\\uFF61])"
          + "(?=[\\u200C\\u200D]*[\\p{L}\\p{M}\\p{N}/\\uFF0F+])");

  private PlainText() {
  }

  /**
   * The text in one line: each run of white space and control characters becomes one space, none at the ends, and
   * invisible characters are left out.
   */
  public static String inOneLine(String text) {
    return CONTROLS.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  /**
   * The text with a space behind each dot and colon that could join a web address, so that no phone or mail program
   * makes a link of it: {@code http://pay.example} becomes {@code http: //pay. example}.
   */
  public static String withoutLinks(String text) {
    return LINK_JOINT.matcher(text).replaceAll("$1 ");
  }
}
