package io.remit.gateway.page;

import io.remit.cases.InvalidInputException;
import io.remit.partner.PartnerApplications;
import io.remit.partner.PartnerApplications.Applied;
import io.remit.partner.PartnerKind;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page on which lawyers and collectors apply to become partners. Nobody learns there whether somebody is a partner
 * or has applied; what is written is checked, kept apart from everything else, and read by people.
 */
@RestController
@Hidden
class PartnerApplicationController {

  private static final String PATH = "/partner-application";
  private static final String PAGE = "partner-application";
  private static final Applied NOTHING = new Applied("", "", "", "", "", "", "");

  private final PartnerApplications applications;
  private final AskLimit limit;
  private final PublicPages pages;

  PartnerApplicationController(PartnerApplications applications, AskLimit limit, PublicPages pages) {
    this.applications = applications;
    this.limit = limit;
    this.pages = pages;
  }

  /** The empty page, in the language that comes nearest to the one wanted. */
  @GetMapping(PATH)
  ResponseEntity<String> ask(Locale wanted) {
    return page(HttpStatus.OK, "none", NOTHING, wanted);
  }

  /** Takes an application, if it can be read and there are not too many; else says what is wrong with it. */
  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> apply(@ModelAttribute Applied written, Locale wanted, HttpServletRequest request) {
    if (!limit.admits(request.getRemoteAddr())) {
      return page(HttpStatus.TOO_MANY_REQUESTS, "tooMany", written, wanted);
    }
    try {
      return applications.apply(written) ? page(HttpStatus.OK, "done", NOTHING, wanted)
          : page(HttpStatus.SERVICE_UNAVAILABLE, "full", written, wanted);
    } catch (InvalidInputException invalid) {
      return page(HttpStatus.BAD_REQUEST, "wrong." + fieldOf(invalid), written, wanted);
    }
  }

  /** The field that a refusal names, without which of its values. */
  private static String fieldOf(InvalidInputException invalid) {
    return Objects.requireNonNull(invalid.getMessage()).replaceFirst("[\\[:].*", "");
  }

  private ResponseEntity<String> page(HttpStatus status, String answer, Applied written, Locale wanted) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("answer", answer);
    facts.put("written", written);
    facts.put("kinds", List.of(PartnerKind.values()));
    return pages.show(status, PAGE, wanted, facts);
  }
}
