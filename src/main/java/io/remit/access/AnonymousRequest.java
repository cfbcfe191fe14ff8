package io.remit.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;

/** A request of somebody who is not logged in. Whatever its cookie says, its session lasts no longer than itself. */
final class AnonymousRequest extends HttpServletRequestWrapper {

  private @Nullable RequestSession session;

  AnonymousRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public HttpSession getSession() {
    return Objects.requireNonNull(getSession(true));
  }

  @Override
  public @Nullable HttpSession getSession(boolean create) {
    if (session != null && session.hasEnded()) {
      session = null;
    }
    if (session == null && create) {
      session = new RequestSession(getServletContext());
      // a session that has its token is given no other, nor a cookie with it
      session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, UUID.randomUUID().toString());
    }
    return session;
  }
}
