package io.remit.contact;

import java.util.regex.Pattern;

/** Makes text from outside safe to put into a line of a message. */
final class PlainText {

  /** Line breaks and other control characters, and those that reverse the direction of reading. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\s]+");

  /** A dot or colon (Latin, ideographic, full width) with a letter, digit or slash right behind: a web address has one. */
  private static final Pattern LINK_JOINT = Pattern.compile("([.:\\u3002\\uFF0E\\uFF61\\uFF1A])(?=[\\p{L}\\p{N}/])");

  private PlainText() {
  }

  /** The text in one line: each run of white space and control characters becomes one space, none at the ends. */
  static String inOneLine(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").strip();
  }

  /**
   * The text with a space behind each dot and colon that could join a web address, so that no phone or mail program
   * makes a link of it: {@code http://pay.example} becomes {@code http: //pay. example}.
   */
  static String withoutLinks(String text) {
    return LINK_JOINT.matcher(text).replaceAll("$1 ");
  }
}
