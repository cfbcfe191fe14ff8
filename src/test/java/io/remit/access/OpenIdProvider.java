package io.remit.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletRegistrationBean;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * An OpenID Connect provider (Spring Authorization Server) on this machine, with people who log in by a form, each with
 * their name as password. A test may make it lie.
 */
public final class OpenIdProvider implements AutoCloseable {

  public static final String SECRET = "what-remit-and-the-provider-know";
  private static final String CLIENT = "remit-at-the-bank";

  private final int port = freePort();
  private final String remit;
  private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
  private final RSAKey key = newKey();
  private Consumer<JwtClaimsSet.Builder> changed = claims -> { };
  private UnaryOperator<String> forged = token -> token;
  private final AnnotationConfigServletWebServerApplicationContext server;

  /** @param remit where Remit is, as its users see it */
  public OpenIdProvider(String remit) {
    this.remit = remit;
    server = new AnnotationConfigServletWebServerApplicationContext();
    server.registerBean(OpenIdProvider.class, () -> this);
    server.register(Setup.class);
    server.refresh();
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new AssertionError(none);
    }
  }

  public String issuer() {
    return "http://127.0.0.1:" + port;
  }

  /** What Remit has to be told of it. */
  public List<String> settings() {
    return List.of("--remit.public-url=" + remit, "--remit.login.provider.issuer=" + issuer(),
        "--remit.login.provider.client-id=" + CLIENT, "--remit.login.provider.client-secret=" + SECRET,
        "--remit.login.provider.groups.collectors=Debt Callers,Everybody in Collection",
        "--remit.login.provider.groups.supervisors=Debt Leads",
        "--remit.login.provider.groups.managers=Debt Managers");
  }

  /**
   * From now on there is this person.
   *
   * @param subject by which the provider knows them for ever
   * @param name in the claim that Remit reads
   */
  public void knows(String subject, String name, String... groups) {
    people.put(subject, Map.of("preferred_username", name, "given_name", "Given " + subject,
        "family_name", "Family", "email", subject + "@bank.example", "groups", List.of(groups)));
  }

  /** @param change what the next tokens say that they should not */
  void lie(Consumer<JwtClaimsSet.Builder> change) {
    changed = change;
  }

  /** @param change makes another token of a signed one */
  void forge(UnaryOperator<String> change) {
    forged = change;
  }

  void beHonest() {
    changed = claims -> { };
    forged = token -> token;
  }

  /** The token with which the provider tells that somebody has logged out there. */
  String logoutToken(Consumer<JwtClaimsSet.Builder> who) {
    JwtClaimsSet.Builder claims = JwtClaimsSet.builder().issuer(issuer()).audience(List.of(CLIENT))
        .issuedAt(Instant.now()).expiresAt(Instant.now().plus(Duration.ofMinutes(2))).id(UUID.randomUUID().toString())
        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    who.accept(claims);
    return forged.apply(new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key))).encode(JwtEncoderParameters.from(
        JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build(), claims.build())).getTokenValue());
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** What the provider is made of; not named as what it is, so that Remit does not find it. */
  @EnableWebSecurity
  @EnableWebMvc
  static class Setup {

    @Bean
    TomcatServletWebServerFactory tomcat(OpenIdProvider provider) {
      return new TomcatServletWebServerFactory(provider.port);
    }

    @Bean
    DispatcherServletRegistrationBean dispatcher(
        WebApplicationContext context) {
      return new DispatcherServletRegistrationBean(
          new DispatcherServlet(context), "/");
    }

    @Bean
    FilterRegistrationBean<Filter> security(
        @Qualifier("springSecurityFilterChain")
        Filter chain) {
      return new FilterRegistrationBean<>(chain);
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
      OAuth2AuthorizationServerConfigurer protocol = OAuth2AuthorizationServerConfigurer.authorizationServer();
      return http.securityMatcher(protocol.getEndpointsMatcher())
          .with(protocol, server -> server.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(all -> all.anyRequest().authenticated())
          .exceptionHandling(on -> on.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain form(HttpSecurity http) throws Exception {
      return http.formLogin(Customizer.withDefaults()).csrf(AbstractHttpConfigurer::disable)
          .authorizeHttpRequests(all -> all.anyRequest().authenticated()).build();
    }

    @Bean
    UserDetailsService people(OpenIdProvider provider) {
      return subject -> {
        if (!provider.people.containsKey(subject)) {
          throw new UsernameNotFoundException(subject);
        }
        return User.withUsername(subject).password("{noop}" + subject).authorities("person").build();
      };
    }

    @Bean
    RegisteredClientRepository clients(OpenIdProvider provider) {
      return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1").clientId(CLIENT)
          .clientSecret("{noop}" + SECRET).clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .redirectUri(provider.remit + "/login/oauth2/code/remit")
          .postLogoutRedirectUri(provider.remit + "/signed-out")
          .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "email")))
          .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
          .build());
    }

    @Bean
    AuthorizationServerSettings addresses(OpenIdProvider provider) {
      return AuthorizationServerSettings.builder().issuer(provider.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> keys(OpenIdProvider provider) {
      return new ImmutableJWKSet<>(new JWKSet(provider.key));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(OpenIdProvider provider) {
      return context -> {
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
          provider.people.get(context.getPrincipal().getName()).forEach(context.getClaims()::claim);
          provider.changed.accept(context.getClaims());
        }
      };
    }

    @Bean
    JwtEncoder encoder(OpenIdProvider provider, JWKSource<SecurityContext> keys) {
      NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
      return parameters -> {
        Jwt signed = encoder.encode(parameters);
        boolean ofIdentity = signed.hasClaim("preferred_username") || signed.hasClaim("azp");
        return ofIdentity ? Jwt.withTokenValue(provider.forged.apply(signed.getTokenValue()))
            .headers(all -> all.putAll(signed.getHeaders())).claims(all -> all.putAll(signed.getClaims())).build()
            : signed;
      };
    }
  }
}
