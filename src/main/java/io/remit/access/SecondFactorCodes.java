package io.remit.access;

import io.remit.access.LoginThrottle.Login;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Checks the codes of second factors. Each counts once, and wrong ones make whoever guesses wait as wrong passwords do,
 * wherever the user has logged in before.
 */
@Component
class SecondFactorCodes {

  /** By it programs and people at a command line give a code with HTTP Basic. */
  static final String HEADER = "X-Remit-Code";

  private static final Pattern OF_A_PHONE = Pattern.compile("[0-9]{" + TimeCodes.DIGITS + "}");

  private final SecondFactors factors;
  private final TimeCodes codes;
  private final LoginThrottle throttle;
  private final AuditTrail audit;

  SecondFactorCodes(SecondFactors factors, TimeCodes codes, AuditTrail audit, Clock clock) {
    this.factors = factors;
    this.codes = codes;
    this.throttle = new LoginThrottle(clock);
    this.audit = audit;
  }

  /**
   * What came of a code.
   *
   * @param toWait for how long no code is looked at; zero if this one was
   */
  record Answer(boolean right, Duration toWait) {

    boolean mustWait() {
      return !toWait.isZero();
    }
  }

  /**
   * Uses a code of a phone up, if it is right.
   *
   * @param where it was given, for the trail
   */
  Answer useOfPhone(String userId, String address, String code, String where) {
    return tried(userId, address, where, () -> isOfPhone(userId, code));
  }

  /** The same of a phone or of those for an emergency. */
  Answer use(String userId, String address, String code, String where) {
    String typed = code.strip();
    return tried(userId, address, where, () -> OF_A_PHONE.matcher(typed).matches() ? isOfPhone(userId, typed)
        : isForEmergency(userId, typed, where));
  }

  /**
   * Whether a code proves that its user has a new secret.
   *
   * @param step of the secret whose code it is; empty if it is none's
   */
  Answer prove(String userId, String address, OptionalLong step, String where) {
    return tried(userId, address, where, step::isPresent);
  }

  private Answer tried(String userId, String address, String where, BooleanSupplier check) {
    Login login = new Login(userId, address, false);
    Optional<Duration> wait = throttle.begin(login);
    if (wait.isPresent()) {
      return new Answer(false, wait.get());
    }
    boolean right = check.getAsBoolean();
    if (right) {
      throttle.wasRight(login);
    } else {
      audit.record(Kind.LOGIN_REFUSED, userId, where + ": wrong code");
    }
    return new Answer(right, Duration.ZERO);
  }

  private boolean isOfPhone(String userId, String code) {
    return factors.secretOf(userId).map(secret -> codes.stepOf(secret, code)).filter(OptionalLong::isPresent)
        .filter(step -> factors.useStep(userId, step.getAsLong())).isPresent();
  }

  private boolean isForEmergency(String userId, String code, String where) {
    boolean right = factors.useRecovery(userId, new RecoveryCode(code).hash());
    if (right) {
      audit.record(Kind.CHANGE, userId, where + ": a code for an emergency was used up");
    }
    return right;
  }
}
