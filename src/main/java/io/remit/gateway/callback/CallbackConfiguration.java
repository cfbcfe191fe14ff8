package io.remit.gateway.callback;

import io.remit.node.DatabaseTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Puts together what takes the call-backs of gateways. */
@Configuration(proxyBeanMethods = false)
class CallbackConfiguration {

  @Bean
  CallbackWindow callbackWindow(DatabaseTime time) {
    return new CallbackWindow(time.clock());
  }

  /**
   * Lets call-backs through to {@link SignedCallbacks}: machines call, who have no user and no session. A signature is
   * asked for there, where the body is read; behind {@code /gateway} lies nothing but call-backs.
   */
  @Bean
  @Order(0)
  SecurityFilterChain gatewayCallbacks(HttpSecurity http) throws Exception {
    return http
        .securityMatcher("/gateway/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }
}
