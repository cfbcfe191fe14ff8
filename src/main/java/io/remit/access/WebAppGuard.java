package io.remit.access;

import io.remit.access.AccessLimits.Visitor;
import io.remit.access.EngineUsers.Found;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.UrlPathHelper;

/**
 * Stands around the web apps: writes down who comes and goes, and keeps out who may not work from where they are, or
 * not now, who owes a password of their own or a code, and who has guessed too often; also when that changes during a
 * login. Whether a password is right is told by the web apps before it is told that its user may not come in, so nobody
 * learns of a limit by guessing names.
 */
class WebAppGuard extends OncePerRequestFilter {

  static final Pattern LOGOUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");
  private static final Pattern PASSWORD = Pattern.compile("/camunda/api/engine/engine/[^/]+/user/[^/]+/credentials");
  private static final String DATA = "/camunda/api/";
  private static final int LARGEST_FORM = 10_000;

  private final WebAppLogin login;
  private final EngineUsers users;
  private final PasswordChecks checks;
  private final OwedPasswords owed;
  private final PasswordLogins passwords;
  private final AccessLimits limits;
  private final AuditTrail audit;
  private final ProblemResponses problems;

  WebAppGuard(WebAppLogin login, EngineUsers users, PasswordChecks checks, OwedPasswords owed,
      PasswordLogins passwords, AccessLimits limits, AuditTrail audit, ProblemResponses problems) {
    this.login = login;
    this.users = users;
    this.checks = checks;
    this.owed = owed;
    this.passwords = passwords;
    this.limits = limits;
    this.audit = audit;
    this.problems = problems;
  }

  /** Whether somebody logs in to a web app with this request, if that is allowed. */
  static boolean isLogin(HttpServletRequest request) {
    return EngineRoutes.LOGGING_IN.matches(request);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !pathOf(request).startsWith(DATA);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = pathOf(request);
    if (isLogin(request)) {
      login(request, response, chain);
      return;
    }
    Optional<String> userId = login.userIn(request);
    Optional<Found> user = login.goodFor(request);
    if (userId.isPresent() && user.isEmpty()) {
      login.end(request);
      audit.record(Kind.LOGOUT, users.isUser(userId.get()) ? userId.get() : null, "web apps: user has changed");
      problems.loginIsOver(request, response);
      return;
    }
    Optional<String> refusal = user.flatMap(found -> refusal(found, request));
    if (refusal.isPresent()) {
      keepOut(userId.get(), "logged out: outside of the limit", request);
      problems.keepOut(request, response, refusal.get());
    } else if (user.isPresent() && request.getMethod().equals("PUT") && PASSWORD.matcher(path).matches()) {
      changePassword(userId.get(), request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
    if (refusal.isEmpty() && request.getMethod().equals("POST") && LOGOUT.matcher(path).matches()) {
      userId.ifPresent(known -> audit.record(Kind.LOGOUT, known, appOf(request)));
    }
  }

  private void login(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingRequestWrapper form = new ContentCachingRequestWrapper(request, LARGEST_FORM);
    HeldAnswer answer = new HeldAnswer(response);
    chain.doFilter(form, answer);
    Optional<Found> user = answer.getStatus() == HttpServletResponse.SC_OK ? login.begin(request) : Optional.empty();
    if (user.isPresent()) {
      letIn(user.get(), request, answer);
    } else {
      refuse(nameIn(form), request, answer);
    }
    answer.give();
  }

  /** The password was right. */
  private void letIn(Found user, HttpServletRequest request, HeldAnswer answer) throws IOException {
    String userId = user.user().getId();
    Optional<String> refusal = refusal(user, request);
    if (refusal.isPresent()) {
      answer.reset();
      keepOut(userId, "web apps: outside of the limit", request);
      problems.keepOut(request, answer, refusal.get());
    } else if (!passwords.openWebApps(userId)) {
      answer.reset();
      keepOut(userId, "web apps: " + LoginRefused.HAS_PROVIDER, request);
      problems.refuse(request, answer, LoginRefused.hasProvider());
    } else if (owed.isOwedBy(userId)) {
      answer.reset();
      keepOut(userId, "web apps: owes a password of their own", request);
      problems.refuse(request, answer, LoginRefused.owesPassword());
    } else if (login.halfway(request).isPresent()) {
      // the session stays, and its cookie
      answer.resetBuffer();
      audit.record(Kind.LOGIN_REFUSED, userId, "web apps: owes a code");
      problems.refuse(request, answer, LoginRefused.owesCode());
    } else {
      checks.wasLetIn(userId);
      audit.record(Kind.LOGIN, userId, appOf(request));
    }
  }

  /** That a password was wrong is in the audit trail already; what else somebody typed as a name never is. */
  private void refuse(@Nullable String name, HttpServletRequest request, HeldAnswer answer) throws IOException {
    if (answer.getStatus() != HttpServletResponse.SC_UNAUTHORIZED) {
      audit.record(Kind.LOGIN_REFUSED, name != null && users.isUser(name) ? name : null,
          "web apps: " + answer.getStatus());
      return;
    }
    makeWait(name, request, answer);
  }

  private void makeWait(@Nullable String userId, HttpServletRequest request, HeldAnswer answer) throws IOException {
    Optional<Duration> wait = Optional.ofNullable(userId).flatMap(checks::mustWait);
    if (wait.isPresent()) {
      answer.reset();
      problems.refuse(request, answer, LoginRefused.mustWait(wait.get()));
    }
  }

  /** Who changes a password gives their own; whose own is changed goes on with this login, and loses the others. */
  private void changePassword(String userId, HttpServletRequest request, HttpServletResponse response,
      FilterChain chain) throws ServletException, IOException {
    HeldAnswer answer = new HeldAnswer(response);
    chain.doFilter(request, answer);
    if (answer.getStatus() == HttpServletResponse.SC_BAD_REQUEST) {
      makeWait(userId, request, answer);
    } else if (pathOf(request).contains("/user/" + userId + "/")) {
      login.begin(request);
    }
    answer.give();
  }

  private void keepOut(String userId, String detail, HttpServletRequest request) {
    login.end(request);
    audit.record(Kind.LOGIN_REFUSED, userId, detail);
  }

  private Optional<String> refusal(Found user, HttpServletRequest request) {
    return limits.refusal(new Visitor(user.user().getId(), user.groupIds(), request.getRemoteAddr()));
  }

  private static @Nullable String nameIn(ContentCachingRequestWrapper form) {
    String content = new String(form.getContentAsByteArray(), StandardCharsets.UTF_8);
    String name = UriComponentsBuilder.newInstance().query(content).build().getQueryParams().getFirst("username");
    return name == null ? null : UriUtils.decode(name.replace('+', ' '), StandardCharsets.UTF_8);
  }

  private static String appOf(HttpServletRequest request) {
    String path = request.getRequestURI();
    String last = path.substring(path.lastIndexOf('/') + 1);
    return List.of("tasklist", "cockpit", "admin", "welcome").contains(last) ? last : "web apps";
  }

  private static String pathOf(HttpServletRequest request) {
    return UrlPathHelper.defaultInstance.getPathWithinApplication(request);
  }
}
