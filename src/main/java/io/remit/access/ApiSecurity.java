package io.remit.access;

import io.remit.audit.AuditTrail;
import io.remit.audit.RequestTrail;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Guards what Remit serves over HTTP.
 *
 * <p>{@code /api} and {@code /actuator} ask for one of the engine's users, by HTTP Basic or, to read and for a few
 * routes more, by a session of the web apps (see {@link WebAppSessionFilter}), for the network and the hour (see
 * {@link AccessLimits}) and then for the user's groups (see {@link ApiRoutes}). The engine itself is called as the
 * system: what a caller may do is decided here, not by grants in the engine. The web apps under {@code /camunda} have
 * filters of their own for login and forged requests; before them is asked who may come in from where (see
 * {@link WebAppGuard}), whether a code is owed (see {@link SecondFactorGate}) and what may be asked for at all (see
 * {@link EngineGuard}). Before everything stands {@link PlainRequests}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderSettings.class)
class ApiSecurity {

  /** Anyone may ask whether Remit is up; to whom it tells more the setting {@code management.endpoint.health} says. */
  private static final String[] HEALTH = {"/actuator/health", "/actuator/health/**"};

  /** In front of everything else, on the path as the server itself reads it. */
  @Bean
  FilterRegistrationBean<ExpressionLock> expressionLock(ProblemResponses problems) {
    FilterRegistrationBean<ExpressionLock> lock = new FilterRegistrationBean<>(new ExpressionLock(problems));
    lock.addUrlPatterns("/camunda/*");
    lock.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return lock;
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, WebAppLogin login, EngineAuthenticationProvider authenticationProvider,
      AccessLimits limits, AuditTrail audit, RequestTrail trail, ProblemResponses problems) throws Exception {
    return http
        .securityMatcher("/api/**", "/actuator/**")
        // this one alone: else a wrong password would be looked at, and counted, again by the one for all chains
        .authenticationManager(new ProviderManager(authenticationProvider))
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        .addFilterAfter(new WebAppSessionFilter(login), BasicAuthenticationFilter.class)
        .addFilterAfter(new AuditedCaller(trail), WebAppSessionFilter.class)
        .addFilterAfter(new ApiGuard(limits, audit, problems), WebAppSessionFilter.class)
        .authorizeHttpRequests(ApiSecurity::allowRoutes)
        .exceptionHandling(on -> on.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        // a session of the web apps keeps its id: their pages send several requests at once
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
            .sessionFixation(SessionFixationConfigurer::none))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain everythingElse(HttpSecurity http, WebAppLogin login, EngineUsers users, PasswordChecks checks,
      OwedPasswords owed, PasswordLogins passwords, SecondFactorDuty duty, AccessLimits limits, AuditTrail audit,
      ProblemResponses problems, ObjectProvider<ClientRegistrationRepository> provider,
      @Value("${remit.public-url}") String publicUrl) throws Exception {
    provider.ifAvailable(used -> http.addFilterAfter(new ProviderGate(login, used,
        ProviderSecurity.at(publicUrl, ProviderSecurity.SIGNED_OUT)), AuthorizationFilter.class));
    http.addFilterAfter(new SessionAtLoginFilter(login), AuthorizationFilter.class);
    if (duty.isRequired()) {
      http.addFilterAfter(new SecondFactorGate(login, audit, problems), AuthorizationFilter.class);
    }
    return http
        .addFilterAfter(
            new WebAppGuard(login, users, checks, owed, passwords, limits, audit, problems), AuthorizationFilter.class)
        .addFilterAfter(new EngineGuard(login, problems), WebAppGuard.class)
        .authorizeHttpRequests(requests -> requests
            .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
            .requestMatchers(new CrossSiteRequestMatcher()).denyAll()
            .requestMatchers("/", "/camunda", "/camunda/**", "/favicon.ico").permitAll()
            .anyRequest().denyAll())
        // those of the web apps, and SafeAnswers
        .headers(AbstractHttpConfigurer::disable)
        .exceptionHandling(on -> on.authenticationEntryPoint((request, response, unknown) ->
            problems.forbid(request, response)).accessDeniedHandler(problems))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  private static void allowRoutes(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
    requests.requestMatchers(new CrossSiteRequestMatcher()).denyAll();
    requests.requestMatchers(HttpMethod.GET, HEALTH).permitAll();
    for (ApiRoute route : ApiRoutes.ALL) {
      for (HttpMethod method : route.methods()) {
        // made here: for a pattern alone Spring would look for its maker among all beans, for each route anew
        var rule = requests.requestMatchers(PathPatternRequestMatcher.withDefaults().matcher(method, route.pattern()));
        if (route.isForEveryUser()) {
          rule.authenticated();
        } else {
          rule.access((user, request) -> new AuthorizationDecision(
              route.admits(AuthorityUtils.authorityListToSet(user.get().getAuthorities()))));
        }
      }
    }
    requests.anyRequest().denyAll();
  }
}
