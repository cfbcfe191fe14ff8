package io.remit.access;

import io.remit.access.AccessLimits.Visitor;
import io.remit.access.EngineUsers.Found;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import io.remit.translation.Translations;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The page on which users choose a password of their own; who was given one by somebody else gets in nowhere before. It
 * needs no login, since it asks for the password that the user has; and no token against forged requests, for the same
 * reason.
 */
@RestController
@Hidden
class PasswordController {

  static final String PATH = "/password";
  private static final MediaType PAGE = MediaType.valueOf("text/html;charset=UTF-8");

  private final EngineUsers users;
  private final PasswordChecks checks;
  private final AccessLimits limits;
  private final AuditTrail audit;
  private final ITemplateEngine templates;
  private final PasswordRules rules = new PasswordRules();

  PasswordController(EngineUsers users, PasswordChecks checks, AccessLimits limits, AuditTrail audit,
      ITemplateEngine templates) {
    this.users = users;
    this.checks = checks;
    this.limits = limits;
    this.audit = audit;
    this.templates = templates;
  }

  /** What the page tells after a try; the name of each is part of the name of its sentence. */
  enum Outcome {

    NONE(HttpStatus.OK), DONE(HttpStatus.OK), DIFFERENT(HttpStatus.BAD_REQUEST), SAME(HttpStatus.BAD_REQUEST),
    RULES(HttpStatus.BAD_REQUEST), WRONG(HttpStatus.UNAUTHORIZED), ELSEWHERE(HttpStatus.FORBIDDEN),
    WAIT(HttpStatus.TOO_MANY_REQUESTS);

    private final HttpStatus status;

    Outcome(HttpStatus status) {
      this.status = status;
    }
  }

  /** The empty page, in the language that comes nearest to the one wanted. */
  @GetMapping(PATH)
  ResponseEntity<String> ask(Locale wanted) {
    return page(Outcome.NONE, "", wanted);
  }

  /**
   * Changes the password, if the old one is right, the new one is allowed, and the user may work from where they are.
   *
   * @param again the new password once more
   */
  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> change(@RequestParam String user, @RequestParam String old, @RequestParam String chosen,
      @RequestParam String again, Locale wanted, HttpServletRequest request) {
    Optional<Duration> wait = checks.mustWait(user);
    if (wait.isPresent()) {
      return ResponseEntity.status(Outcome.WAIT.status)
          .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds() + 1))
          .contentType(PAGE).body(text(Outcome.WAIT, user, wanted));
    }
    return page(tryToChange(user, old, chosen, again, request), user, wanted);
  }

  private Outcome tryToChange(String userId, String old, String chosen, String again, HttpServletRequest request) {
    if (!chosen.equals(again)) {
      return Outcome.DIFFERENT;
    }
    Optional<Found> user = users.withPassword(userId, old);
    if (user.isEmpty()) {
      return Outcome.WRONG;
    }
    if (limits.refusal(new Visitor(userId, user.get().groupIds(), request.getRemoteAddr())).isPresent()) {
      audit.record(Kind.LOGIN_REFUSED, userId, "password: outside of the limit");
      return Outcome.ELSEWHERE;
    }
    if (chosen.equals(old)) {
      return Outcome.SAME;
    }
    if (!rules.allow(chosen, user.get().user())) {
      return Outcome.RULES;
    }
    users.choosePassword(userId, chosen);
    audit.record(Kind.CHANGE, userId, "password: chosen by the user");
    return Outcome.DONE;
  }

  private ResponseEntity<String> page(Outcome outcome, String user, Locale wanted) {
    return ResponseEntity.status(outcome.status).contentType(PAGE).body(text(outcome, user, wanted));
  }

  private String text(Outcome outcome, String user, Locale wanted) {
    Locale language = Translations.spoken(wanted);
    return templates.process("password", new Context(language, Map.of("language", language.toLanguageTag(),
        "outcome", outcome.name(), "user", user, "leastLength", PasswordRules.LEAST_LENGTH)));
  }
}
