package io.remit.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session of the web apps begins when somebody logs in, at no other time, and ends at the logout.
 *
 * <p>The web apps by themselves give a session, and a cookie with it, to each request that brings none. The answer to
 * such a request that was sent before a login and comes after it would put its cookie in place of the login's, and
 * whoever just logged in would be out again; and whoever asks without a cookie would leave a session behind each time.
 */
class SessionAtLoginFilter extends OncePerRequestFilter {

  private final WebAppLogin login;

  SessionAtLoginFilter(WebAppLogin login) {
    this.login = login;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (WebAppGuard.isLogin(request)) {
      LoginAnswer answer = new LoginAnswer(response);
      chain.doFilter(new LoginRequest(request, answer), answer);
    } else if (isLoggedIn(request)) {
      chain.doFilter(request, response);
      endIfLoggedOut(request);
    } else {
      chain.doFilter(new AnonymousRequest(request), response);
    }
  }

  private boolean isLoggedIn(HttpServletRequest request) {
    return login.userIn(request).isPresent();
  }

  private void endIfLoggedOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && !isLoggedIn(request)) {
      session.invalidate();
    }
  }
}
