package io.remit.access;

import io.remit.access.AccessLimits.Visitor;
import io.remit.access.EngineUsers.Found;
import io.remit.access.ProviderAccounts.Outcome;
import io.remit.access.ProviderPages.Sentence;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Logs somebody in to the web apps whom the provider has let in, if they are one of ours and may work from where they
 * are, in a session that begins with it; else says why not.
 */
@Component
class ProviderLogin implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderLogin.class);
  private static final String PROVIDER = "provider: ";

  private final ProviderSettings settings;
  private final ProviderAccounts accounts;
  private final EngineUsers users;
  private final WebAppLogin login;
  private final AccessLimits limits;
  private final AuditTrail audit;
  private final ProviderPages pages;
  private final Clock clock;

  ProviderLogin(ProviderSettings settings, ProviderAccounts accounts, EngineUsers users, WebAppLogin login,
      AccessLimits limits, AuditTrail audit, ProviderPages pages, Clock clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.users = users;
    this.login = login;
    this.limits = limits;
    this.audit = audit;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
      Authentication authentication) throws IOException {
    OidcUser claims = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
    Outcome outcome = accounts.bring(ProviderPerson.of(claims, settings));
    if (outcome.refusal() != null) {
      String why = outcome.refusal().name();
      refuse(outcome.userId(), why.toLowerCase(Locale.ROOT), Sentence.valueOf(why), request, response);
      return;
    }
    Found user = users.withId(Objects.requireNonNull(outcome.userId())).orElseThrow();
    if (mayNotWorkHere(user, request)) {
      refuse(outcome.userId(), "outside of the limit", Sentence.ELSEWHERE, request, response);
      return;
    }
    String session = claims.getIdToken().getClaimAsString("sid");
    login.begin(user, new ProviderSession(claims.getIdToken().getTokenValue(), claims.getSubject(), session,
        clock.instant()), request);
    audit.record(Kind.LOGIN, outcome.userId(), "provider");
    goTo(ProviderRequests.pageOf(request), response);
  }

  private void refuse(@Nullable String userId, String why, Sentence sentence, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    login.end(request);
    audit.record(Kind.LOGIN_REFUSED, userId, PROVIDER + why);
    pages.write(request, response, sentence);
  }

  private boolean mayNotWorkHere(Found user, HttpServletRequest request) {
    Optional<String> refusal =
        limits.refusal(new Visitor(user.user().getId(), user.groupIds(), request.getRemoteAddr()));
    return refusal.isPresent();
  }

  /** What the provider or the browser has sent is not repeated: neither to whoever sent it nor in the log. */
  @Override
  public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
      AuthenticationException failure) throws IOException {
    String code = failure instanceof OAuth2AuthenticationException oauth ? oauth.getError().getErrorCode() : "";
    String known = code.matches("[a-z_]{1,60}") ? code : "failed";
    LOG.info("A login at the provider did not succeed: {}", known);
    audit.record(Kind.LOGIN_REFUSED, null, PROVIDER + known);
    pages.write(request, response, Sentence.FAILED);
  }

  static void goTo(String address, HttpServletResponse response) {
    response.setStatus(HttpStatus.FOUND.value());
    response.setHeader(HttpHeaders.LOCATION, address);
  }
}
