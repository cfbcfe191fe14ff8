package io.remit.gate;

import org.jspecify.annotations.Nullable;

/**
 * A message as one person is to read it.
 *
 * @param template what the text is for
 * @param language BCP 47, of the text
 * @param version of the text
 * @param subject of an e-mail or letter, one line; null for an SMS
 * @param body lines parted by {@code \n}
 */
public record RenderedText(String template, String language, int version, @Nullable String subject, String body) {

  /** Names the text but not what it says, which is personal. */
  @Override
  public String toString() {
    return "RenderedText[" + template + ", " + language + ", version " + version + "]";
  }
}
