package io.remit.access;

import io.remit.access.AccessLimits.Visitor;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Stands around the login of the web apps: writes down who comes and goes, and keeps out who may not work from where he
 * is, or not now; also when that changes while he is logged in. Whether a password is right is told by the web apps
 * before it is told that its user may not come in, so nobody learns of a limit by guessing names.
 */
class WebAppDoor extends OncePerRequestFilter {

  private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+");
  private static final Pattern LOGOUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");
  private static final String DATA = "/camunda/api/";
  private static final int LARGEST_FORM = 10_000;

  private final ProcessEngine engine;
  private final EngineUsers users;
  private final AccessLimits limits;
  private final AuditTrail audit;
  private final ProblemResponses problems;

  WebAppDoor(ProcessEngine engine, EngineUsers users, AccessLimits limits, AuditTrail audit,
      ProblemResponses problems) {
    this.engine = engine;
    this.users = users;
    this.limits = limits;
    this.audit = audit;
    this.problems = problems;
  }

  /** Whether somebody logs in to a web app with this request, if he may. */
  static boolean isLogin(HttpServletRequest request) {
    return request.getMethod().equals("POST") && LOGIN.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(DATA);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean posted = request.getMethod().equals("POST");
    if (isLogin(request)) {
      login(request, response, chain);
      return;
    }
    Optional<UserAuthentication> user = WebAppSessionFilter.userOf(request, engine);
    Optional<String> refusal = user.flatMap(known -> refusal(known, request));
    if (refusal.isPresent()) {
      keepOut(user.get().getIdentityId(), "logged out: outside of the limit", refusal.get(), request, response);
      return;
    }
    chain.doFilter(request, response);
    if (posted && LOGOUT.matcher(request.getRequestURI()).matches()) {
      user.ifPresent(known -> audit.record(Kind.LOGOUT, known.getIdentityId(), appOf(request)));
    }
  }

  private void login(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingRequestWrapper form = new ContentCachingRequestWrapper(request, LARGEST_FORM);
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(form, answer);
    Optional<UserAuthentication> user = answer.getStatus() == HttpServletResponse.SC_OK
        ? WebAppSessionFilter.userOf(request, engine) : Optional.empty();
    if (user.isEmpty()) {
      audit.record(Kind.LOGIN_REFUSED, knownUserIn(form), "web apps: " + answer.getStatus());
    } else {
      Optional<String> refusal = refusal(user.get(), request);
      if (refusal.isPresent()) {
        answer.reset();
        keepOut(user.get().getIdentityId(), "web apps: outside of the limit", refusal.get(), request, answer);
      } else {
        audit.record(Kind.LOGIN, user.get().getIdentityId(), appOf(request));
      }
    }
    answer.copyBodyToResponse();
  }

  private void keepOut(String userId, String detail, String why, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    audit.record(Kind.LOGIN_REFUSED, userId, detail);
    problems.keepOut(request, response, why);
  }

  private Optional<String> refusal(UserAuthentication user, HttpServletRequest request) {
    List<String> groups = user.getGroupIds() == null ? List.of() : user.getGroupIds();
    return limits.refusal(new Visitor(user.getIdentityId(), groups, request.getRemoteAddr()));
  }

  /** The user of the form, if there is one: what else somebody typed into the field is not written down. */
  private String knownUserIn(ContentCachingRequestWrapper form) {
    String content = new String(form.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
    String name = UriComponentsBuilder.newInstance().query(content).build().getQueryParams().getFirst("username");
    return name == null || users.withId(name).isEmpty() ? null : name;
  }

  private static String appOf(HttpServletRequest request) {
    String path = request.getRequestURI();
    String last = path.substring(path.lastIndexOf('/') + 1);
    return List.of("tasklist", "cockpit", "admin", "welcome").contains(last) ? last : "web apps";
  }
}
