package io.remit.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** Somebody is not let in, whatever the password; {@link ProblemResponses} tells why. */
final class LoginRefused extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;
  private final @Nullable String page;

  /** What the audit trail has of it. */
  static final String HAS_PROVIDER = "logs in at the provider";

  private LoginRefused(String why, Duration wait, @Nullable String page) {
    super(why);
    this.wait = wait;
    this.page = page;
  }

  static LoginRefused mustWait(Duration wait) {
    return new LoginRefused("Too many wrong passwords", wait, null);
  }

  static LoginRefused owesPassword() {
    return new LoginRefused("Owes a password of their own", Duration.ZERO, PasswordController.PATH);
  }

  static LoginRefused hasProvider() {
    return new LoginRefused("Logs in at the provider", Duration.ZERO, null);
  }

  /** In whole seconds, rounded up; 0 for everybody else, since waiting does not help. */
  long secondsToWait() {
    return wait.plusMillis(999).toSeconds();
  }

  /** Where to choose a password; null for who need not. */
  @Nullable String page() {
    return page;
  }
}
