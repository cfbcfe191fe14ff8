package io.remit.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Throws the provider's access tokens away: Remit asks it for nothing more than who has logged in. */
final class NoTokensKept implements OAuth2AuthorizedClientRepository {

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as Spring Security declares it
  public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String client, Authentication principal,
      HttpServletRequest request) {
    return null;
  }

  @Override
  public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal,
      HttpServletRequest request, HttpServletResponse response) {
    // thrown away
  }

  @Override
  public void removeAuthorizedClient(String client, Authentication principal, HttpServletRequest request,
      HttpServletResponse response) {
    // there is none
  }
}
