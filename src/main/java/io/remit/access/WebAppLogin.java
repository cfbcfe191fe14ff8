package io.remit.access;

import io.remit.access.EngineUsers.Found;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;

/**
 * Logins to the web apps, which live in sessions. A login is good for what the user was at that moment: it ends with
 * the next request after the user's password or groups were changed, or the user was removed.
 */
@Component
public class WebAppLogin {

  private static final String STANDING = WebAppLogin.class.getName();

  private final ProcessEngine engine;
  private final EngineUsers users;

  WebAppLogin(ProcessEngine engine, EngineUsers users) {
    this.engine = engine;
    this.users = users;
  }

  /** Who logged in in the session of a request, a user id; empty without a session. */
  public Optional<String> userIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? Optional.empty() : Optional.ofNullable((UserAuthentication) AuthenticationUtil
        .getAuthsFromSession(session).getAuthenticationForProcessEngine(engine.getName()))
        .map(UserAuthentication::getIdentityId);
  }

  /** The user whose login is still good; empty if there is none, or it is not: then it has to be ended. */
  Optional<Found> goodFor(HttpServletRequest request) {
    return userIn(request).flatMap(users::withId)
        .filter(user -> user.standing().equals(request.getSession(false).getAttribute(STANDING)));
  }

  /** From now on the login in the session of a request is good for what the user is now. */
  Optional<Found> begin(HttpServletRequest request) {
    Optional<Found> user = userIn(request).flatMap(users::withId);
    user.ifPresent(found -> request.getSession(false).setAttribute(STANDING, found.standing()));
    return user;
  }

  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
