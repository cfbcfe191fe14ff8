package io.remit.access;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session of the web apps has of the login at the provider by which it began.
 *
 * @param idToken shows the provider at the logout which login is meant
 * @param providerSession its session; null if it has told none
 */
record ProviderSession(String idToken, String subject, @Nullable String providerSession, Instant since)
    implements Serializable {

  static final String ATTRIBUTE = ProviderSession.class.getName();

  /** Names nobody: the token has names in it. */
  @Override
  public String toString() {
    return "ProviderSession since " + since;
  }
}
