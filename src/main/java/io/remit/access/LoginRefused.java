package io.remit.access;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** Somebody is not let in, whatever his password; the message is a sentence for him. */
final class LoginRefused extends AuthenticationException {

  static final String OWES_PASSWORD =
      "Choose a password of your own first: open the page /password of this server.";
  private static final String MUST_WAIT = "Too many wrong passwords. Try again in a minute.";
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final Duration wait;

  private LoginRefused(HttpStatus status, String why, Duration wait) {
    super(why);
    this.status = status;
    this.wait = wait;
  }

  static LoginRefused mustWait(Duration wait) {
    return new LoginRefused(HttpStatus.TOO_MANY_REQUESTS, MUST_WAIT, wait);
  }

  static LoginRefused owesPassword() {
    return new LoginRefused(HttpStatus.FORBIDDEN, OWES_PASSWORD, Duration.ZERO);
  }

  HttpStatus status() {
    return status;
  }

  /** In whole seconds, rounded up; 0 if waiting does not help. */
  long secondsToWait() {
    return wait.plusMillis(999).toSeconds();
  }
}
