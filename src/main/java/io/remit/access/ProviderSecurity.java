package io.remit.access;

import io.remit.access.ProviderSecurity.Used;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Guards the four addresses of the login at the creditor's own provider (OpenID Connect, by Spring Security's client),
 * which are there only where one is set: the one that leads to the provider, with state, nonce and PKCE; the one to
 * which it sends back; the one on which it tells, by itself, that somebody has logged out; and the page to which it
 * sends who has. The provider's own addresses are asked for when the first login begins, so that Remit starts without
 * it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(Used.class)
class ProviderSecurity {

  /** What Spring Security calls the provider, in the addresses too. */
  static final String CLIENT = "remit";
  static final String BEGIN = "/oauth2/authorization/" + CLIENT;
  static final String SIGNED_OUT = "/signed-out";

  private static final String COME_BACK = "/login/oauth2/code/" + CLIENT;
  private static final String TOLD = "/logout/connect/back-channel/" + CLIENT;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Whether there is a provider. */
  static final class Used implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !context.getEnvironment().getProperty("remit.login.provider.issuer", "").isBlank();
    }
  }

  /** @param publicUrl where the provider sends back to, whatever name the browser used */
  @Bean
  ClientRegistrationRepository loginProvider(ProviderSettings settings,
      @Value("${remit.public-url}") String publicUrl) {
    return new SupplierClientRegistrationRepository(() ->
        new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(settings.issuer())
            .registrationId(CLIENT).clientId(settings.clientId()).clientSecret(settings.clientSecret())
            .scope(settings.allScopes()).redirectUri(at(publicUrl, COME_BACK)).build()));
  }

  /** The address of a page as the world outside has it. */
  static String at(String publicUrl, String path) {
    return publicUrl.replaceFirst("/+$", "") + path;
  }

  @Bean
  @Order(0)
  SecurityFilterChain loginsAtProvider(HttpSecurity http, ClientRegistrationRepository provider, ProviderLogin login,
      ProviderLogouts logouts, ProviderPages pages, ProblemResponses problems, Clock clock) throws Exception {
    ProviderRequests requests = new ProviderRequests(provider, clock);
    DefaultOAuth2AuthorizationRequestResolver beginning =
        new DefaultOAuth2AuthorizationRequestResolver(provider, "/oauth2/authorization");
    beginning.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return http
        .securityMatcher(BEGIN, COME_BACK, TOLD, SIGNED_OUT)
        .addFilterBefore(new ProviderAnswers(provider, pages), OAuth2AuthorizationRequestRedirectFilter.class)
        .oauth2Login(oauth -> oauth
            .loginPage(BEGIN)
            .clientRegistrationRepository(provider)
            .authorizedClientRepository(new NoTokensKept())
            .authorizationEndpoint(at -> at.authorizationRequestResolver(beginning)
                .authorizationRequestRepository(requests))
            .tokenEndpoint(at -> at.accessTokenResponseClient(tokens()))
            .userInfoEndpoint(at -> at.oidcUserService(claims()))
            .successHandler(login)
            .failureHandler(login))
        .oidcLogout(logout -> logout
            .clientRegistrationRepository(provider)
            .oidcSessionRegistry(new NoSessionsKept())
            .backChannel(told -> told.logoutHandler((request, response, token) -> end(token, logouts))))
        .authorizeHttpRequests(all -> all.anyRequest().denyAll())
        .exceptionHandling(on -> on.authenticationEntryPoint((request, response, unknown) ->
            problems.forbid(request, response)).accessDeniedHandler(problems))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  private static void end(@Nullable Authentication told, ProviderLogouts logouts) {
    OidcLogoutToken token = (OidcLogoutToken) Objects.requireNonNull(Objects.requireNonNull(told).getPrincipal());
    logouts.end(token.getSessionId(), token.getSubject());
  }

  private static RestClientAuthorizationCodeTokenResponseClient tokens() {
    RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(RestClient.builder().requestFactory(impatient())
        .messageConverters(all -> {
          all.clear();
          all.add(new FormHttpMessageConverter());
          all.add(new OAuth2AccessTokenResponseHttpMessageConverter());
        }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
    return client;
  }

  private static OidcUserService claims() {
    RestTemplate http = new RestTemplate(impatient());
    http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    DefaultOAuth2UserService asked = new DefaultOAuth2UserService();
    asked.setRestOperations(http);
    OidcUserService claims = new OidcUserService();
    claims.setOauth2UserService(asked);
    return claims;
  }

  private static SimpleClientHttpRequestFactory impatient() {
    SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
    http.setConnectTimeout(PATIENCE);
    http.setReadTimeout(PATIENCE);
    return http;
  }
}
