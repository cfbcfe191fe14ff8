package io.remit.access;

import io.remit.access.EngineUsers.Found;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.util.ServletContextUtil;
import org.springframework.stereotype.Component;

/**
 * Logins to the web apps, which live in sessions. A login is good for what the user was at that moment: it ends with
 * the next request after the user's password or groups were changed, or the user was removed; one by the provider also
 * when that has ended it, or when it has lasted long enough. Who owes a code beside the password has no login before it
 * was given, and none once the second factor is another.
 */
@Component
public class WebAppLogin {

  private static final String STANDING = WebAppLogin.class.getName();
  private static final String FACTOR = WebAppLogin.class.getName() + ".factor";

  private final ProcessEngine engine;
  private final EngineUsers users;
  private final ProviderLogouts logouts;
  private final ProviderSettings provider;
  private final SecondFactorDuty duty;
  private final SecondFactors factors;
  private final Clock clock;

  WebAppLogin(ProcessEngine engine, EngineUsers users, ProviderLogouts logouts, ProviderSettings provider,
      SecondFactorDuty duty, SecondFactors factors, Clock clock) {
    this.engine = engine;
    this.users = users;
    this.logouts = logouts;
    this.provider = provider;
    this.duty = duty;
    this.factors = factors;
    this.clock = clock;
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
    return withPassword(request).filter(user -> !owesCode(user, request));
  }

  /** The user whose password was right in the session of a request, and who owes a code before anything else. */
  Optional<Found> halfway(HttpServletRequest request) {
    return withPassword(request).filter(user -> owesCode(user, request));
  }

  private boolean owesCode(Found user, HttpServletRequest request) {
    if (!duty.isOn(user) || providerSessionIn(request).isPresent()) {
      return false;
    }
    Object given = request.getSession(false).getAttribute(FACTOR);
    return given == null || factors.idOf(user.user().getId()).filter(given::equals).isEmpty();
  }

  private Optional<Found> withPassword(HttpServletRequest request) {
    return userIn(request).flatMap(users::withId)
        .filter(user -> user.standing().equals(request.getSession(false).getAttribute(STANDING)))
        .filter(user -> providerSessionIn(request).filter(this::isOver).isEmpty());
  }

  /** Of a login at the provider; empty for one with a password. */
  Optional<ProviderSession> providerSessionIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? Optional.empty()
        : Optional.ofNullable((ProviderSession) session.getAttribute(ProviderSession.ATTRIBUTE));
  }

  private boolean isOver(ProviderSession login) {
    return !login.since().plus(provider.lasts()).isAfter(clock.instant()) || logouts.ended(login);
  }

  /** From now on the login in the session of a request is good for what the user is now. */
  Optional<Found> begin(HttpServletRequest request) {
    Optional<Found> user = userIn(request).flatMap(users::withId);
    user.ifPresent(found -> request.getSession(false).setAttribute(STANDING, found.standing()));
    return user;
  }

  /** The code of this second factor was right: the login goes on in a session of another id. */
  void codeWasRight(HttpServletRequest request, long factorId) {
    request.changeSessionId();
    request.getSession(false).setAttribute(FACTOR, factorId);
  }

  /** Somebody whom the provider has let in is logged in from now on, in a session that begins now. */
  void begin(Found user, ProviderSession login, HttpServletRequest request) {
    end(request);
    HttpSession session = request.getSession(true);
    UserAuthentication authentication = AuthenticationUtil.createAuthentication(engine, user.user().getId());
    authentication.setCacheValidationTime(ServletContextUtil.getAuthCacheValidationTime(request.getServletContext()));
    Authentications logins = new Authentications();
    logins.addOrReplace(authentication);
    AuthenticationUtil.updateSession(session, logins);
    session.setAttribute(STANDING, user.standing());
    session.setAttribute(ProviderSession.ATTRIBUTE, login);
  }

  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
