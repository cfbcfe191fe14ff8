package io.remit.access;

import io.remit.node.DatabaseTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Codes follow the time of day, as the phones that show them do, also where the demo's own clock is moved. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecondFactorSettings.class)
class SecondFactorConfiguration {

  @Bean
  TimeCodes timeCodes(DatabaseTime time) {
    return new TimeCodes(time.clock());
  }
}
