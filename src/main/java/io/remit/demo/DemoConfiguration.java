package io.remit.demo;

import io.remit.division.CollectorRegister;
import io.remit.files.WorkFolder;
import io.remit.intake.ArrearsIntake;
import io.remit.partner.PartnerKeys;
import io.remit.partner.PartnerRegister;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the demo together. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

  private static final long SEED = 1;

  @Bean
  @Order(0)
  DemoCollectors demoCollectors(CollectorRegister register) {
    return new DemoCollectors(register);
  }

  @Bean
  @Order(0)
  DemoPartners demoPartners(PartnerRegister register, PartnerKeys keys, WorkFolder workFolder, Clock clock,
      @Value("${remit.zone}") ZoneId zone) {
    return new DemoPartners(register, keys, workFolder, clock, zone);
  }

  @Bean
  @Order(1)
  DemoPortfolioLoader demoPortfolioLoader(DemoSettings settings, Clock clock,
      @Value("${remit.zone}") ZoneId zone, JdbcClient database, ArrearsIntake intake) {
    return new DemoPortfolioLoader(new DemoPortfolio(SEED), settings.debtors(), clock, zone, database, content -> {
      try {
        intake.apply(content, false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
