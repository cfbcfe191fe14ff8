package io.remit.contact.text;

import io.remit.cases.Stage;
import io.remit.contact.notice.Announcement;
import io.remit.files.PlainText;
import io.remit.gate.RenderedText;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message text that the lender approved in exactly this wording.
 *
 * @param template what the text is for, such as {@code overdue-email}
 * @param language BCP 47; may be another than the one asked for (see {@link MessageTexts#find})
 * @param version from 1, counted up with each new wording
 * @param subject of an e-mail or letter; null for an SMS or a script
 * @param body with placeholders in braces, lines parted by {@code \n}
 * @param announces the stage that the text says will come next; null for most texts, which announce nothing (see
 *     {@link Announcement})
 */
public record ApprovedText(String template, String language, int version, @Nullable String subject, String body,
    @Nullable Stage announces) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

  /** A text that announces nothing. */
  public ApprovedText(String template, String language, int version, @Nullable String subject, String body) {
    this(template, language, version, subject, body, null);
  }

  /** Whether the text has a place for a value. */
  boolean uses(Placeholder placeholder) {
    String inBraces = "{" + placeholder.key() + "}";
    return body.contains(inBraces) || subject != null && subject.contains(inBraces);
  }

  /**
   * Fills in the placeholders. A value is only ever text: braces and expressions in it stay as they are, control
   * characters and line breaks become spaces, and a web address in the debtor's name is taken apart so that no program
   * makes a link of it.
   *
   * @param values at least those that the text uses; amounts with their currency, such as {@code EUR 46.00}
   * @throws IllegalArgumentException if a value that the text uses is missing or blank: a message is never guessed
   */
  public RenderedText render(Map<Placeholder, String> values) {
    return new RenderedText(template, language, version, subject == null ? null : fill(subject, values),
        fill(body, values));
  }

  private String fill(String text, Map<Placeholder, String> values) {
    return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(valueOf(match, values)));
  }

  private String valueOf(MatchResult match, Map<Placeholder, String> values) {
    Placeholder placeholder = Placeholder.of(match.group(1)).orElseThrow();
    String value = PlainText.inOneLine(values.getOrDefault(placeholder, ""));
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "Text " + template + " (" + language + ", version " + version + ") needs a value for " + match.group());
    }
    return placeholder == Placeholder.DEBTOR_NAME ? PlainText.withoutLinks(value) : value;
  }
}
