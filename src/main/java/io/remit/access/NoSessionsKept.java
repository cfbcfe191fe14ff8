package io.remit.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;

/** Spring Security's own list of sessions is in memory and of one node; {@link ProviderLogouts} takes its place. */
final class NoSessionsKept implements OidcSessionRegistry {

  @Override
  public void saveSessionInformation(OidcSessionInformation session) {
    // it is in the session itself
  }

  @Override
  public @Nullable OidcSessionInformation removeSessionInformation(String sessionId) {
    return null;
  }

  @Override
  public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
    return List.of();
  }
}
