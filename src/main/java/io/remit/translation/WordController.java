package io.remit.translation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What codes are called in the caller's language, for pages that show them. */
@RestController
@Tag(name = "Words")
class WordController {

  private final Translations translations;

  WordController(Translations translations) {
    this.translations = translations;
  }

  @GetMapping("/api/words")
  @Operation(summary = "Codes as English words, and what they are called in the language of Accept-Language; nothing "
      + "in English")
  Map<String, String> words() {
    return translations.ofCaller().words();
  }
}
