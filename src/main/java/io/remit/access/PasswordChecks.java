package io.remit.access;

import io.remit.access.LoginThrottle.Login;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Stands around every check of a password, whoever asks the engine for it: slows down who guesses, writes wrong
 * passwords down, and takes as long for a user that there is not as for one that there is. What no request asks is not
 * slowed down.
 */
@Component
class PasswordChecks {

  /** Of no password: what is compared with it takes as long as with the hash of a user. */
  private final String nobodysHash;
  private final PasswordHash hashing;
  private final LoginThrottle throttle;
  private final LoginPlaces places;
  private final RememberedPasswords remembered;
  private final AuditTrail audit;

  PasswordChecks(PasswordHash hashing, LoginPlaces places, RememberedPasswords remembered, AuditTrail audit,
      Clock clock) {
    this.hashing = hashing;
    this.throttle = new LoginThrottle(clock);
    this.places = places;
    this.remembered = remembered;
    this.audit = audit;
    this.nobodysHash = hashing.encrypt("");
  }

  /** For how long no password for this user is looked at where the request that is served comes from. */
  Optional<Duration> mustWait(String userId) {
    return request().flatMap(request -> throttle.mustWait(login(userId, request)));
  }

  /**
   * Checks the password of a user.
   *
   * @param hash as the engine keeps it; null if there is no such user, or the user has no password
   * @param comparison compares the password with the hash, slowly
   */
  boolean isRight(String userId, String password, @Nullable String hash, BooleanSupplier comparison) {
    Optional<Login> login = request().map(request -> login(userId, request));
    if (login.flatMap(throttle::mustWait).isPresent()) {
      return false;
    }
    if (hash != null && remembered.wasRight(userId, password, hash)) {
      return true;
    }
    if (login.flatMap(throttle::begin).isPresent()) {
      return false;
    }
    boolean right = hash == null ? compareWithNobodys(password) : comparison.getAsBoolean();
    if (right) {
      login.ifPresent(throttle::wasRight);
    } else {
      login.ifPresent(wrong -> audit.record(Kind.LOGIN_REFUSED, hash == null ? null : userId, whatWasWrong()));
    }
    return right;
  }

  /** The user was let in with a password where the request that is served comes from. */
  void wasLetIn(String userId) {
    request().ifPresent(request -> places.remember(userId, Network.neighbourhood(request.getRemoteAddr())));
  }

  /** Always false: nobody has the empty password that this compares with. */
  private boolean compareWithNobodys(String password) {
    return hashing.check(password + "?", nobodysHash);
  }

  private Login login(String userId, HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (!EngineUsers.canBe(userId)) {
      return new Login("", address, false);
    }
    return new Login(userId, address, places.knows(userId, Network.neighbourhood(address)));
  }

  private static String whatWasWrong() {
    boolean rest = request().filter(request -> request.getRequestURI().startsWith("/api/")
        || request.getRequestURI().startsWith("/actuator/")).isPresent();
    return (rest ? "REST" : "web apps") + ": wrong password";
  }

  private static Optional<HttpServletRequest> request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
        ? Optional.of(served.getRequest()) : Optional.empty();
  }
}
