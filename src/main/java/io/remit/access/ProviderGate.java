package io.remit.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends whoever opens a page of a web app, and is not logged in, to the provider; and whoever has just logged out of a
 * web app to the provider's logout, so that the login ends at both. The web apps log out by a request in the
 * background, which cannot lead anywhere else: what the provider has to be told is kept until the page is loaded next,
 * for the browser's old session. The page's own login is left to whoever has a password for emergencies.
 */
class ProviderGate extends OncePerRequestFilter {

  private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String WITH_PASSWORD = "password";
  private static final int MOST = 1_000;

  private final WebAppLogin login;
  private final ClientRegistrationRepository registrations;
  private final String signedOut;
  /** By the id of the session that has ended. Only who was logged in has an entry. */
  private final Map<String, String> loggedOut = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > MOST;
    }
  };

  /** @param signedOut where the provider sends the browser when it has logged somebody out */
  ProviderGate(WebAppLogin login, ClientRegistrationRepository registrations, String signedOut) {
    this.login = login;
    this.registrations = registrations;
    this.signedOut = signedOut;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    if (request.getMethod().equals("POST") && path.equals(LOGOUT)) {
      logOut(request, response, chain);
    } else if (isPage(request) && login.goodFor(request).or(() -> login.halfway(request)).isEmpty()) {
      Optional<String> logout = logoutOf(request);
      ProviderLogin.goTo(logout.orElseGet(() -> ProviderSecurity.BEGIN + "?" + ProviderRequests.TO + "=" + path),
          response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isPage(HttpServletRequest request) {
    return READING.contains(request.getMethod()) && !WITH_PASSWORD.equals(request.getQueryString())
        && ProviderRequests.pageIn(request.getRequestURI()).equals(request.getRequestURI());
  }

  private void logOut(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    String id = session == null ? null : session.getId();
    Optional<ProviderSession> ofProvider = login.providerSessionIn(request);
    chain.doFilter(request, response);
    if (id != null && ofProvider.isPresent() && login.userIn(request).isEmpty()) {
      remember(id, ofProvider.get().idToken());
    }
  }

  private synchronized void remember(String sessionId, String idToken) {
    loggedOut.put(sessionId, idToken);
  }

  /** Whether there is something is asked by the page before it loads itself anew: HEAD leaves it there. */
  private synchronized @Nullable String idTokenOf(String sessionId, boolean take) {
    return take ? loggedOut.remove(sessionId) : loggedOut.get(sessionId);
  }

  private Optional<String> logoutOf(HttpServletRequest request) {
    String sessionId = request.getRequestedSessionId();
    return Optional.ofNullable(sessionId == null ? null : idTokenOf(sessionId, request.getMethod().equals("GET")))
        .flatMap(this::logoutAtProvider);
  }

  /** Empty for a provider that has none. */
  private Optional<String> logoutAtProvider(String idToken) {
    ClientRegistration client = registrations.findByRegistrationId(ProviderSecurity.CLIENT);
    Object address = client.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
    return Optional.ofNullable(address).map(at -> UriComponentsBuilder.fromUriString(at.toString())
        .queryParam("id_token_hint", idToken).queryParam("client_id", client.getClientId())
        .queryParam("post_logout_redirect_uri", "{signedOut}").encode().buildAndExpand(signedOut).toUriString());
  }
}
