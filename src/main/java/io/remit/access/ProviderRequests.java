package io.remit.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * The logins that have begun and wait for the provider: each is in a cookie of the browser that began it, encrypted
 * under a key that this process made and nobody else knows. So whoever begins logins leaves nothing behind here, and an
 * answer of the provider counts only in the browser that asked for it, for some minutes, once.
 */
class ProviderRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  static final String COOKIE = "remit-login";
  /** Parameter with the page to come back to. */
  static final String TO = "to";
  static final String START_PAGE = "/camunda/app/welcome/default/";

  private static final Pattern PAGE = Pattern.compile("/camunda/app/(?:admin|cockpit|tasklist|welcome)/default/");
  private static final String PAGE_OF_REQUEST = ProviderRequests.class.getName() + ".page";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final ClientRegistrationRepository registrations;
  private final Clock clock;
  private final SecretCipher cipher = SecretCipher.ofThisProcess();

  ProviderRequests(ClientRegistrationRepository registrations, Clock clock) {
    this.registrations = registrations;
    this.clock = clock;
  }

  /** What has to be known when the provider answers. */
  private record Begun(String state, String nonce, String verifier, String page, Instant at) {

    String text() {
      return String.join("\n", state, nonce, verifier, page, at.toString());
    }

    static Begun of(String text) {
      List<String> lines = Arrays.asList(text.split("\n", -1));
      return new Begun(lines.get(0), lines.get(1), lines.get(2), lines.get(3), Instant.parse(lines.get(4)));
    }
  }

  /** Where in the web apps somebody wanted to be; the start page if that is no page of theirs. */
  static String pageIn(@Nullable String wanted) {
    return wanted != null && PAGE.matcher(wanted).matches() ? wanted : START_PAGE;
  }

  /** Where whoever has just come back from the provider wanted to be. */
  static String pageOf(HttpServletRequest request) {
    return pageIn((String) request.getAttribute(PAGE_OF_REQUEST));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    Optional<Begun> begun = read(request)
        .filter(found -> found.at().plus(PATIENCE).isAfter(clock.instant()))
        .filter(found -> found.state().equals(request.getParameter(OAuth2ParameterNames.STATE)));
    begun.ifPresent(found -> request.setAttribute(PAGE_OF_REQUEST, found.page()));
    return begun.map(this::again).orElse(null);
  }

  @Override
  public void saveAuthorizationRequest(OAuth2AuthorizationRequest begun, HttpServletRequest request,
      HttpServletResponse response) {
    String nonce = Objects.requireNonNull(begun.getAttribute(OidcParameterNames.NONCE));
    String verifier = Objects.requireNonNull(begun.getAttribute(PkceParameterNames.CODE_VERIFIER));
    Begun kept = new Begun(begun.getState(), nonce, verifier, pageIn(request.getParameter(TO)), clock.instant());
    giveCookie(response, encrypt(kept.text()), PATIENCE);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
      HttpServletResponse response) {
    OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
    giveCookie(response, "", Duration.ZERO);
    return begun;
  }

  private OAuth2AuthorizationRequest again(Begun begun) {
    ClientRegistration client = registrations.findByRegistrationId(ProviderSecurity.CLIENT);
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(client.getProviderDetails().getAuthorizationUri()).clientId(client.getClientId())
        .redirectUri(client.getRedirectUri()).scopes(client.getScopes()).state(begun.state())
        .attributes(attributes -> {
          attributes.put(OAuth2ParameterNames.REGISTRATION_ID, ProviderSecurity.CLIENT);
          attributes.put(OidcParameterNames.NONCE, begun.nonce());
          attributes.put(PkceParameterNames.CODE_VERIFIER, begun.verifier());
        }).build();
  }

  private static void giveCookie(HttpServletResponse response, String value, Duration lasts) {
    response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, value).path("/").httpOnly(true)
        .sameSite("Lax").maxAge(lasts).build().toString());
  }

  private Optional<Begun> read(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null ? Optional.empty() : decrypt(cookie.getValue()).map(Begun::of);
  }

  private String encrypt(String text) {
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString(cipher.encrypt(text.getBytes(StandardCharsets.UTF_8), COOKIE));
  }

  /** Nothing, if it is not what this process gave out. */
  private Optional<String> decrypt(String value) {
    try {
      return cipher.decrypt(Base64.getUrlDecoder().decode(value), COOKIE)
          .map(text -> new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException forged) {
      return Optional.empty();
    }
  }
}
