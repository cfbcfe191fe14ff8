package io.remit.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody is not let in, whatever the password; {@link ProblemResponses} tells why. */
final class LoginRefused extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final Duration wait;

  /** Why. */
  enum Reason {
    WRONG_PASSWORDS(""),
    WRONG_CODES(""),
    OWES_PASSWORD(PasswordController.PATH),
    HAS_PROVIDER(""),
    /** At the web apps, which have a page for it. */
    OWES_CODE(SecondFactorController.PATH),
    /** Over REST, where a header brings it. */
    NEEDS_CODE(SecondFactorCodes.HEADER);

    private final String where;

    Reason(String where) {
      this.where = where;
    }

    /** The page or the header that helps; empty if none does. */
    String where() {
      return where;
    }
  }

  /** What the audit trail has of it. */
  static final String HAS_PROVIDER = "logs in at the provider";

  private LoginRefused(Reason reason, Duration wait) {
    super(reason.name());
    this.reason = reason;
    this.wait = wait;
  }

  static LoginRefused mustWait(Duration wait) {
    return new LoginRefused(Reason.WRONG_PASSWORDS, wait);
  }

  static LoginRefused mustWaitForCode(Duration wait) {
    return new LoginRefused(Reason.WRONG_CODES, wait);
  }

  static LoginRefused owesPassword() {
    return new LoginRefused(Reason.OWES_PASSWORD, Duration.ZERO);
  }

  static LoginRefused hasProvider() {
    return new LoginRefused(Reason.HAS_PROVIDER, Duration.ZERO);
  }

  static LoginRefused owesCode() {
    return new LoginRefused(Reason.OWES_CODE, Duration.ZERO);
  }

  static LoginRefused needsCode() {
    return new LoginRefused(Reason.NEEDS_CODE, Duration.ZERO);
  }

  Reason reason() {
    return reason;
  }

  /** In whole seconds, rounded up; 0 for everybody else, since waiting does not help. */
  long secondsToWait() {
    return wait.plusMillis(999).toSeconds();
  }
}
