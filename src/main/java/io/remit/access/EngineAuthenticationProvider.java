package io.remit.access;

import io.remit.access.SecondFactorCodes.Answer;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Checks a name and a password with the engine. Checks of one user from one address come one after another: a program
 * that begins with many requests at once gives a password that is right, and the first of them shows it.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

  private final EngineUsers users;
  private final PasswordChecks checks;
  private final OwedPasswords owed;
  private final PasswordLogins passwords;
  private final SecondFactorDuty duty;
  private final SecondFactorCodes codes;
  private final AuditTrail audit;
  private final Object[] turns = Stream.generate(Object::new).limit(1024).toArray();

  EngineAuthenticationProvider(EngineUsers users, PasswordChecks checks, OwedPasswords owed,
      PasswordLogins passwords, SecondFactorDuty duty, SecondFactorCodes codes, AuditTrail audit) {
    this.users = users;
    this.checks = checks;
    this.owed = owed;
    this.passwords = passwords;
    this.duty = duty;
    this.codes = codes;
    this.audit = audit;
  }

  /**
   * The user of a request.
   *
   * @throws LoginRefused if the user has to wait, to choose a password first, to give a code, or to log in elsewhere
   */
  @Override
  public Authentication authenticate(Authentication request) {
    String userId = request.getName();
    synchronized (turnOf(request)) {
      checks.mustWait(userId).ifPresent(wait -> {
        throw LoginRefused.mustWait(wait);
      });
      EngineUsers.Found user = users.withPassword(userId, String.valueOf(request.getCredentials()))
          .orElseThrow(() -> new BadCredentialsException("Unknown user or wrong password"));
      if (!passwords.openRest(userId)) {
        audit.record(Kind.LOGIN_REFUSED, userId, "REST: " + LoginRefused.HAS_PROVIDER);
        throw LoginRefused.hasProvider();
      }
      if (owed.isOwedBy(userId)) {
        audit.record(Kind.LOGIN_REFUSED, userId, "REST: owes a password of their own");
        throw LoginRefused.owesPassword();
      }
      if (duty.isOn(user)) {
        checkCode(userId);
      }
      checks.wasLetIn(userId);
      return user.authentication();
    }
  }

  private void checkCode(String userId) {
    HttpServletRequest request =
        ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    String code = request.getHeader(SecondFactorCodes.HEADER);
    if (code == null) {
      audit.record(Kind.LOGIN_REFUSED, userId, "REST: owes a code");
      throw LoginRefused.needsCode();
    }
    Answer answer = codes.useOfPhone(userId, request.getRemoteAddr(), code, "REST");
    if (answer.mustWait()) {
      throw LoginRefused.mustWaitForCode(answer.toWait());
    }
    if (!answer.right()) {
      throw LoginRefused.needsCode();
    }
  }

  private Object turnOf(Authentication request) {
    String address = request.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    return turns[Math.floorMod(Objects.hash(request.getName(), address), turns.length)];
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
