package io.remit.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets somebody who is logged in to Camunda's web apps use Remit's REST interface without logging in again; the
 * plugins of Tasklist and Cockpit rely on it.
 *
 * <p>The session counts for GET and HEAD, and for the few routes that pages need to change something. A browser sends
 * its cookie along with requests that another site makes it send; so these routes ask for the token against forged
 * requests that the web apps gave to their own pages, as the web apps do themselves. The filter never creates a session,
 * and asks the engine each time who the user is, so that a group taken away is gone at once.
 */
class WebAppSessionFilter extends OncePerRequestFilter {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

  private final ProcessEngine engine;
  private final EngineUsers users;

  WebAppSessionFilter(ProcessEngine engine, EngineUsers users) {
    this.engine = engine;
    this.users = users;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if ((SAFE_METHODS.contains(request.getMethod()) || isFromPage(request))
        && SecurityContextHolder.getContext().getAuthentication() == null) {
      userOf(request, engine).flatMap(known -> users.withId(known.getIdentityId()))
          .ifPresent(WebAppSessionFilter::accept);
    }
    chain.doFilter(request, response);
  }

  private static boolean isFromPage(HttpServletRequest request) {
    if (ApiRoutes.ALL.stream().noneMatch(route -> route.pages() && route.matches(request))) {
      return false;
    }
    HttpSession session = request.getSession(false);
    Object expected = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
    String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
    return expected instanceof String token && sent != null
        && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  /** Who is logged in to the web apps in the session of a request; empty without a session. */
  static Optional<UserAuthentication> userOf(HttpServletRequest request, ProcessEngine engine) {
    HttpSession session = request.getSession(false);
    return session == null ? Optional.empty() : Optional.ofNullable((UserAuthentication) AuthenticationUtil
        .getAuthsFromSession(session).getAuthenticationForProcessEngine(engine.getName()));
  }

  private static void accept(Authentication user) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(user);
    SecurityContextHolder.setContext(context);
  }
}
