package io.remit.access;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Codes follow the clock of the phones that show them, also where the demo's own clock is moved. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecondFactorSettings.class)
class SecondFactorConfiguration {

  @Bean
  TimeCodes timeCodes() {
    return new TimeCodes(Clock.systemUTC());
  }
}
