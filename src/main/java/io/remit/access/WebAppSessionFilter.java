package io.remit.access;

import io.remit.access.EngineUsers.Found;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
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
 * requests that the web apps gave to their own pages, as the web apps do themselves. The filter never creates a
 * session, and asks each time whether the login is still good, so that a group taken away is gone at once.
 */
class WebAppSessionFilter extends OncePerRequestFilter {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

  private final WebAppLogin login;

  WebAppSessionFilter(WebAppLogin login) {
    this.login = login;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if ((SAFE_METHODS.contains(request.getMethod()) || isFromPage(request))
        && SecurityContextHolder.getContext().getAuthentication() == null) {
      login.goodFor(request).map(Found::authentication).ifPresent(WebAppSessionFilter::accept);
    }
    chain.doFilter(request, response);
  }

  private static boolean isFromPage(HttpServletRequest request) {
    if (ApiRoutes.ALL.stream().noneMatch(route -> route.isForPages() && route.matches(request))) {
      return false;
    }
    HttpSession session = request.getSession(false);
    Object expected = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
    String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
    return expected instanceof String token && sent != null
        && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  private static void accept(Authentication user) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(user);
    SecurityContextHolder.setContext(context);
  }
}
