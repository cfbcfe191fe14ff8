package io.remit.gateway.mail;

import io.remit.cases.DebtorRepository;
import io.remit.gate.OptOuts;
import io.remit.gateway.page.PublicPages;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page behind the opt-out link of an e-mail. To open it changes nothing, since programs that look for harmful mail
 * open every link; its button does, and so does a mail program that opts out by itself (RFC 8058).
 */
@RestController
@Hidden
class OptOutController {

  private static final Logger LOG = LoggerFactory.getLogger(OptOutController.class);
  private static final String PAGE = "opt-out";
  private static final String SOURCE = "mail-link";

  private final OptOutLinks links;
  private final OptOuts optOuts;
  private final DebtorRepository debtors;
  private final PublicPages pages;

  OptOutController(OptOutLinks links, OptOuts optOuts, DebtorRepository debtors, PublicPages pages) {
    this.links = links;
    this.optOuts = optOuts;
    this.debtors = debtors;
    this.pages = pages;
  }

  /**
   * Asks whether the debtor really wants to opt out.
   *
   * @param wanted the language of somebody whose link we do not know
   */
  @GetMapping("/opt-out/{token}")
  ResponseEntity<String> ask(@PathVariable String token, Locale wanted) {
    Optional<OptOutLink> link = links.find(token);
    return link.isPresent() ? show("question", link.get()) : unknown(wanted);
  }

  /** Opts the debtor out; once more does no harm. */
  @PostMapping("/opt-out/{token}")
  ResponseEntity<String> optOut(@PathVariable String token, Locale wanted) {
    Optional<OptOutLink> link = links.find(token);
    if (link.isEmpty()) {
      return unknown(wanted);
    }
    try {
      optOuts.optOut(link.get().debtorId(), link.get().channel(), SOURCE);
    } catch (DuplicateKeyException pressedTwice) {
      LOG.debug("Two requests at once opted the same debtor out");
    }
    return show("done", link.get());
  }

  private ResponseEntity<String> show(String answer, OptOutLink link) {
    String language = debtors.get(link.debtorId()).language();
    return pages.show(HttpStatus.OK, PAGE, Locale.forLanguageTag(language == null ? "" : language),
        Map.of("answer", answer));
  }

  private ResponseEntity<String> unknown(Locale wanted) {
    return pages.show(HttpStatus.NOT_FOUND, PAGE, wanted, Map.of("answer", "unknown"));
  }
}
