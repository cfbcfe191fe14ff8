package io.remit.access;

import io.remit.access.AccessLimits.Visitor;
import io.remit.access.EngineUsers.Found;
import io.remit.access.SecondFactorCodes.Answer;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import io.remit.translation.Translations;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The page on which whoever has given the password gives a code, and before the first time sets up the phone that shows
 * the codes. It has no token against forged requests: nobody else can know a code that counts.
 */
@RestController
@Hidden
class SecondFactorController {

  static final String PATH = "/second-factor";
  static final String LOGOUT = PATH + "/logout";

  private static final MediaType PAGE = MediaType.valueOf("text/html;charset=UTF-8");
  private static final String WHERE = "second factor";
  /** Of the session: what was shown, and is not proved yet. */
  private static final String SECRET = SecondFactorController.class.getName() + ".secret";

  private final WebAppLogin login;
  private final SecondFactors factors;
  private final SecondFactorCodes codes;
  private final SecondFactorEnrolment enrolment;
  private final TimeCodes time;
  private final PasswordChecks checks;
  private final AccessLimits limits;
  private final AuditTrail audit;
  private final ITemplateEngine templates;
  private final SecureRandom random = new SecureRandom();

  SecondFactorController(WebAppLogin login, SecondFactors factors, SecondFactorCodes codes,
      SecondFactorEnrolment enrolment, TimeCodes time, PasswordChecks checks, AccessLimits limits, AuditTrail audit,
      ITemplateEngine templates) {
    this.login = login;
    this.factors = factors;
    this.codes = codes;
    this.enrolment = enrolment;
    this.time = time;
    this.checks = checks;
    this.limits = limits;
    this.audit = audit;
    this.templates = templates;
  }

  /** What the page tells after a try; the name of each is part of the name of its sentence. */
  enum Outcome {

    NONE(HttpStatus.OK), DONE(HttpStatus.OK), NOBODY(HttpStatus.UNAUTHORIZED), WRONG(HttpStatus.UNAUTHORIZED),
    ELSEWHERE(HttpStatus.FORBIDDEN), WAIT(HttpStatus.TOO_MANY_REQUESTS);

    private final HttpStatus status;

    Outcome(HttpStatus status) {
      this.status = status;
    }
  }

  /** Asks for a code, and shows the secret before to who has set none up. */
  @GetMapping(PATH)
  ResponseEntity<String> ask(Locale wanted, HttpServletRequest request) {
    Optional<Found> user = login.halfway(request);
    if (user.isEmpty()) {
      return page(login.goodFor(request).isPresent() ? Outcome.DONE : Outcome.NOBODY, Map.of(), wanted);
    }
    return ask(user.get(), Outcome.NONE, wanted, request);
  }

  /** @param code as a phone shows it, or one for an emergency */
  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> give(@RequestParam String code, Locale wanted, HttpServletRequest request) {
    Optional<Found> user = login.halfway(request);
    if (user.isEmpty()) {
      return ask(wanted, request);
    }
    String userId = user.get().user().getId();
    if (limits.refusal(new Visitor(userId, user.get().groupIds(), request.getRemoteAddr())).isPresent()) {
      login.end(request);
      audit.record(Kind.LOGIN_REFUSED, userId, WHERE + ": outside of the limit");
      return page(Outcome.ELSEWHERE, Map.of(), wanted);
    }
    Optional<Long> factor = factors.idOf(userId);
    return factor.isPresent() ? use(user.get(), factor.get(), code, wanted, request)
        : setUp(user.get(), code, wanted, request);
  }

  /** Ends what a password has begun. */
  @PostMapping(LOGOUT)
  ResponseEntity<String> logOut(HttpServletRequest request) {
    login.halfway(request).ifPresent(user -> {
      login.end(request);
      audit.record(Kind.LOGOUT, user.user().getId(), WHERE + ": before the code was given");
    });
    return goTo(ProviderRequests.START_PAGE);
  }

  private ResponseEntity<String> use(Found user, long factor, String code, Locale wanted,
      HttpServletRequest request) {
    Answer answer = codes.use(user.user().getId(), request.getRemoteAddr(), code, WHERE);
    if (!answer.right()) {
      return askAgain(user, answer, wanted, request);
    }
    letIn(user, factor, request);
    return goTo(ProviderRequests.START_PAGE);
  }

  private ResponseEntity<String> setUp(Found user, String code, Locale wanted, HttpServletRequest request) {
    byte[] secret = (byte[]) request.getSession(false).getAttribute(SECRET);
    if (secret == null) {
      return ask(user, Outcome.NONE, wanted, request);
    }
    OptionalLong step = time.stepOf(secret, code.strip());
    Answer answer = codes.prove(user.user().getId(), request.getRemoteAddr(), step, WHERE);
    if (!answer.right()) {
      return askAgain(user, answer, wanted, request);
    }
    List<RecoveryCode> recovery = RecoveryCode.some();
    request.getSession(false).removeAttribute(SECRET);
    Optional<Long> factor = enrolment.keep(user.user(), secret, step.orElseThrow(), recovery);
    if (factor.isEmpty()) {
      return ask(user, Outcome.NONE, wanted, request);
    }
    letIn(user, factor.get(), request);
    return page(Outcome.DONE, Map.of("recovery", recovery.stream().map(RecoveryCode::text).toList()), wanted);
  }

  private void letIn(Found user, long factor, HttpServletRequest request) {
    login.codeWasRight(request, factor);
    checks.wasLetIn(user.user().getId());
    audit.record(Kind.LOGIN, user.user().getId(), WHERE);
  }

  private ResponseEntity<String> askAgain(Found user, Answer answer, Locale wanted, HttpServletRequest request) {
    ResponseEntity<String> page = ask(user, answer.mustWait() ? Outcome.WAIT : Outcome.WRONG, wanted, request);
    return answer.mustWait() ? ResponseEntity.status(page.getStatusCode()).contentType(PAGE)
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(answer.toWait().toSeconds() + 1)).body(page.getBody()) : page;
  }

  private ResponseEntity<String> ask(Found user, Outcome outcome, Locale wanted, HttpServletRequest request) {
    String userId = user.user().getId();
    if (factors.idOf(userId).isPresent()) {
      return page(outcome, Map.of(), wanted);
    }
    byte[] secret = secretIn(request.getSession(false));
    return page(outcome, Map.of("secret", Base32.of(secret), "picture", QrPicture.of(address(userId, secret))), wanted);
  }

  private byte[] secretIn(HttpSession session) {
    if (session.getAttribute(SECRET) instanceof byte[] shown) {
      return shown;
    }
    byte[] secret = new byte[TimeCodes.SECRET_BYTES];
    random.nextBytes(secret);
    session.setAttribute(SECRET, secret);
    return secret;
  }

  /** As the apps on phones read it (the Key Uri Format of Google Authenticator). */
  private static String address(String userId, byte[] secret) {
    return "otpauth://totp/Remit:" + UriUtils.encode(userId, StandardCharsets.UTF_8) + "?secret=" + Base32.of(secret)
        + "&issuer=Remit&algorithm=SHA1&digits=" + TimeCodes.DIGITS + "&period=" + TimeCodes.STEP_SECONDS;
  }

  private static ResponseEntity<String> goTo(String page) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page)).build();
  }

  private ResponseEntity<String> page(Outcome outcome, Map<String, Object> shown, Locale wanted) {
    Locale language = Translations.spoken(wanted);
    Map<String, Object> all = new HashMap<>(shown);
    all.putAll(Map.of("language", language.toLanguageTag(), "outcome", outcome.name(),
        "asks", !List.of(Outcome.DONE, Outcome.NOBODY, Outcome.ELSEWHERE).contains(outcome)));
    return ResponseEntity.status(outcome.status).contentType(PAGE)
        .body(templates.process("second-factor", new Context(language, all)));
  }
}
