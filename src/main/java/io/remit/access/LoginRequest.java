package io.remit.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

/**
 * A request with which somebody logs in. If the password is right the web apps end the session that the request has and
 * begin another: the first only stands in, the other is real, and takes the place of the one that the browser had.
 *
 * <p>The token against forged requests, which the web apps made for the first, goes over to the other, and leaves with
 * the same answer: the browser never has the session of one login and the token of another.
 */
final class LoginRequest extends HttpServletRequestWrapper {

  private final RequestSession before;
  private final LoginAnswer answer;
  private boolean loggedIn;

  LoginRequest(HttpServletRequest request, LoginAnswer answer) {
    super(request);
    this.before = new RequestSession(request.getServletContext());
    this.answer = answer;
  }

  @Override
  public HttpSession getSession() {
    return getSession(true);
  }

  @Override
  public HttpSession getSession(boolean create) {
    if (loggedIn) {
      return super.getSession(create);
    }
    return create && before.hasEnded() ? begin() : before;
  }

  private HttpSession begin() {
    loggedIn = true;
    HttpSession old = super.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    HttpSession session = super.getSession(true);
    session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME,
        before.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME));
    answer.handOutCookies();
    return session;
  }
}
