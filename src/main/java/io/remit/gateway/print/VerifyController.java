package io.remit.gateway.print;

import io.remit.files.PrintedLetter;
import io.remit.files.PrintedLetters;
import io.remit.gateway.page.AskLimit;
import io.remit.gateway.page.PublicPages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "Is this letter really from you?": a page on which anyone can check the code of a letter. */
@RestController
@Hidden
class VerifyController {

  private static final String PAGE = "verify";

  private final PrintedLetters letters;
  private final AskLimit limit;
  private final PublicPages pages;
  private final MessageSource words;

  VerifyController(PrintedLetters letters, AskLimit limit, PublicPages pages, MessageSource words) {
    this.letters = letters;
    this.limit = limit;
    this.pages = pages;
    this.words = words;
  }

  /**
   * The page: the question without a code, with one the answer, which says nothing of the person written to.
   *
   * @param code as printed on the letter; small letters, blanks and hyphens do no harm
   */
  @GetMapping("/verify")
  ResponseEntity<String> verify(@RequestParam(required = false) String code, Locale wanted,
      HttpServletRequest request) {
    if (code == null || code.isBlank()) {
      return pages.show(HttpStatus.OK, PAGE, wanted, Map.of("answer", "none"));
    }
    if (!limit.admits(request.getRemoteAddr())) {
      return pages.show(HttpStatus.TOO_MANY_REQUESTS, PAGE, wanted, Map.of("answer", "tooMany"));
    }
    return letters.findPrinted(code).map(letter -> genuine(letter, wanted))
        .orElseGet(() -> pages.show(HttpStatus.NOT_FOUND, PAGE, wanted, Map.of("answer", "unknown")));
  }

  private ResponseEntity<String> genuine(PrintedLetter letter, Locale wanted) {
    Locale language = PublicPages.languageFor(wanted);
    String anyLetter = words.getMessage("letter.other", null, language);
    String kind = words.getMessage("letter." + letter.template(), null, anyLetter, language);
    return pages.show(HttpStatus.OK, PAGE, wanted, Map.of("answer", "genuine", "creditor", letter.creditor(),
        "date", DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(letter.dated()),
        "kind", kind));
  }
}
