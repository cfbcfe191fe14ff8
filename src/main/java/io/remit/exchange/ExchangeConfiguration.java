package io.remit.exchange;

import io.remit.exchange.openpgp.OpenPgp;
import io.remit.files.WorkFolder;
import io.remit.node.DatabaseTime;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what exchanges files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExchangeSettings.class)
class ExchangeConfiguration {

  /** Signatures and keys bear the time of day: partners' programs go by it, whatever the demo's clock says. */
  @Bean
  OpenPgp openPgp(ExchangeSettings settings, WorkFolder workFolder, DatabaseTime time,
      @Value("${remit.creditor.name}") String creditorName) {
    Clock timeOfDay = time.clock();
    return new OpenPgp(new OwnKeyFile(settings, workFolder, creditorName, timeOfDay), timeOfDay);
  }

  @Bean
  SftpClients sftpClients() {
    return new SftpClients();
  }
}
