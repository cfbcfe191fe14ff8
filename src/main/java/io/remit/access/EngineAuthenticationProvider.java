package io.remit.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks a name and a password with the engine, which also locks out who guesses. */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

  private final EngineUsers users;

  EngineAuthenticationProvider(EngineUsers users) {
    this.users = users;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    return users.withPassword(request.getName(), String.valueOf(request.getCredentials()))
        .orElseThrow(() -> new BadCredentialsException("Unknown user or wrong password"));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
