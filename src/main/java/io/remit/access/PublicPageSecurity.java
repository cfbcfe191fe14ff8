package io.remit.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Guards the few pages that anyone may open: the one that checks letters, the one behind the opt-out link of an e-mail,
 * the one on which lawyers and collectors apply to become partners, and the one on which a user chooses a password,
 * which asks for the one that is in force; and beside them the one that asks for a code when a password was right.
 *
 * <p>The first four know no session and no cookie, so there is nothing that a forged request could borrow; and a mail
 * program that opts out with one click (RFC 8058) sends none of these either.
 */
@Configuration(proxyBeanMethods = false)
class PublicPageSecurity {

  private static final String OPT_OUT = "/opt-out/*";
  private static final String VERIFY = "/verify";
  private static final String PASSWORD = PasswordController.PATH;
  private static final String PARTNER_APPLICATION = "/partner-application";

  @Bean
  @Order(0)
  SecurityFilterChain pagesForAnyone(HttpSecurity http) throws Exception {
    return page(http)
        .securityMatcher(OPT_OUT, VERIFY, PASSWORD, PARTNER_APPLICATION)
        .authorizeHttpRequests(requests -> requests
            .requestMatchers(HttpMethod.GET, OPT_OUT, VERIFY, PASSWORD, PARTNER_APPLICATION).permitAll()
            .requestMatchers(HttpMethod.HEAD, OPT_OUT, VERIFY, PASSWORD, PARTNER_APPLICATION).permitAll()
            .requestMatchers(HttpMethod.POST, OPT_OUT, PASSWORD, PARTNER_APPLICATION).permitAll()
            .anyRequest().denyAll())
        .build();
  }

  /** Looks for a session that a password has begun, and goes on with no other. */
  @Bean
  @Order(0)
  SecurityFilterChain secondFactor(HttpSecurity http) throws Exception {
    return page(http)
        .securityMatcher(SecondFactorController.PATH, SecondFactorController.LOGOUT)
        .authorizeHttpRequests(requests -> requests
            .requestMatchers(new CrossSiteRequestMatcher()).denyAll()
            .requestMatchers(HttpMethod.GET, SecondFactorController.PATH).permitAll()
            .requestMatchers(HttpMethod.HEAD, SecondFactorController.PATH).permitAll()
            .requestMatchers(HttpMethod.POST, SecondFactorController.PATH, SecondFactorController.LOGOUT).permitAll()
            .anyRequest().denyAll())
        .build();
  }

  private static HttpSecurity page(HttpSecurity http) throws Exception {
    return http
        .headers(headers -> headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'"))
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
  }
}
