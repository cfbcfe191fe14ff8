package io.remit.gateway.print;

import io.remit.contact.channel.OutgoingMessage;
import io.remit.files.PrintedLetter;
import io.remit.gate.RenderedText;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the page of a letter tells; its template puts each of these in as text. */
final class LetterPage {

  /** The lines that a window envelope shows. */
  private static final int ADDRESS_LINES = 6;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private LetterPage() {
  }

  /**
   * The facts of a letter.
   *
   * @param verifyLine the sentence above the code
   * @param verifyPage the address at which the code can be checked
   */
  static Map<String, Object> facts(OutgoingMessage message, PrintedLetter letter, String verifyLine,
      String verifyPage) {
    RenderedText text = message.text();
    Locale language = Locale.forLanguageTag(text.language());
    return Map.of(
        "language", text.language(),
        "creditor", letter.creditor(),
        "addressLines", addressLines(message.recipient(), language),
        "date", DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(letter.dated()),
        "subject", text.subject() == null ? "" : text.subject(),
        "pages", Arrays.stream(text.body().split("\n+---\n+")).map(page -> List.of(page.strip().split("\n{2,}")))
            .toList(),
        "verifyLine", verifyLine,
        "verifyPage", verifyPage,
        "code", letter.readableCode());
  }

  private static List<String> addressLines(String recipient, Locale language) {
    List<String> lines = new ArrayList<>(
        Arrays.stream(recipient.split("\\R|, ")).map(String::strip).filter(line -> !line.isEmpty()).toList());
    int last = lines.size() - 1;
    if (last >= 0 && COUNTRIES.contains(lines.get(last))) {
      lines.set(last, new Locale("", lines.get(last)).getDisplayCountry(language).toUpperCase(language));
    }
    while (lines.size() > ADDRESS_LINES) {
      lines.set(1, lines.get(1) + ", " + lines.remove(2));
    }
    return lines;
  }
}
