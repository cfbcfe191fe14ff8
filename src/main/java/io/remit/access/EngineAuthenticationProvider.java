package io.remit.access;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks a name and a password with the engine, which also locks out who guesses. */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

  private final EngineUsers users;
  private final AuditTrail audit;

  EngineAuthenticationProvider(EngineUsers users, AuditTrail audit) {
    this.users = users;
    this.audit = audit;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    return users.withPassword(request.getName(), String.valueOf(request.getCredentials()))
        .orElseThrow(() -> refused(request.getName()));
  }

  private BadCredentialsException refused(String name) {
    String known = users.withId(name).isPresent() ? name : null;
    audit.record(Kind.LOGIN_REFUSED, known, "REST: wrong password");
    return new BadCredentialsException("Unknown user or wrong password");
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
